using System.Collections.Immutable;
using PromptDsl.Assets;
using PromptDsl.Compilation;
using PromptDsl.Planning;
using PromptDsl.Targets.Prices;
using PromptDsl.Targets.Requests;
using PromptDsl.Text;
using PromptDsl.Values;

namespace PromptDsl.Runtime.Execution;

/// <summary>Says which stages a run makes, and what each builds on.</summary>
internal static class RunGraph
{
    /// <summary>The stages in an order in which each follows those that it builds on.</summary>
    /// <exception cref="RunException">The options name a stage or a variant that there is not, or there is nothing to do.</exception>
    public static ImmutableArray<RunNode> Build(ImmutableArray<RunSource> sources, RunOptions options, bool isPaid)
    {
        CheckNames(sources, options);
        ImmutableArray<RunNode> nodes =
        [
            .. from source in sources
            from build in source.Result.Builds
            from node in Nodes(source, build, options, isPaid)
            select node,
        ];
        if (nodes.IsEmpty)
        {
            throw new RunException("there is nothing to run")
            {
                Help =
                    sources.Length == 0 ? "Name a file that describes a picture."
                    : EndsBeforeItBegins(sources, options)
                        ? $"`{options.From}` comes after `{options.Until}`: exchange the two, or leave one of them away."
                    : "No build has all the stages named.",
            };
        }

        return nodes;
    }

    /// <summary>The stages that a stage builds on: those whose pictures it reads, and the one whose conversation it goes on with.</summary>
    public static IEnumerable<string> NeedsOf(CompiledStage stage) =>
        stage
            .Model.DependsOn.Concat(
                stage.Request.Inputs.Select(i => i.Source).OfType<StageInput>().Select(i => i.Stage)
            )
            .Concat(stage.Request.PreviousResponse is { } previous ? [previous] : [])
            .Distinct(StringComparer.Ordinal);

    private static bool EndsBeforeItBegins(ImmutableArray<RunSource> sources, RunOptions options) =>
        options is { From: not null, Until: not null }
        && sources
            .SelectMany(s => s.Result.Builds)
            .Any(b => IndexOf(b, options.Until) is >= 0 and var last && IndexOf(b, options.From) > last);

    private static int IndexOf(CompiledBuild build, string stage) =>
        build.Stages.Select(s => s.Name).ToImmutableArray().IndexOf(stage);

    private static IEnumerable<RunNode> Nodes(RunSource source, CompiledBuild build, RunOptions options, bool isPaid)
    {
        StageChoice choice = StageChoice.Of(build, options);
        var sizes = build.Stages.ToDictionary(s => s.Name, s => s.Request.Size.Size, StringComparer.Ordinal);
        var made = new Dictionary<string, RunNode>(StringComparer.Ordinal);
        foreach (CompiledStage stage in build.Stages.Where(s => choice.Has(s.Name)))
        {
            bool isBefore = choice.IsBefore(stage.Name);
            PriceEstimate estimate = Estimate(stage, source, sizes);
            var node = new RunNode
            {
                Key = new PlanKey(source.Path, build.Name, stage.Name),
                Source = source,
                Stage = stage,
                Needs = isBefore ? [] : [.. NeedsOf(stage).Select(name => made[name])],
                Selected = SelectedOf(new PlanKey(source.Path, build.Name, stage.Name), stage, options),
                IsBefore = isBefore,
                IsPaid = isPaid,
                Price = isPaid ? estimate.Total : PriceRange.Zero,
                Tokens = estimate.Parts.Sum(p => (long)(p.Tokens?.High ?? 0)),
            };
            made.Add(stage.Name, node);
            yield return node;
        }
    }

    private static PriceEstimate Estimate(CompiledStage stage, RunSource source, Dictionary<string, ImageSize?> sizes)
    {
        IAssetInspector? assets = source.Options.Assets;
        return PriceEstimator.Estimate(
            source.Options.Catalog.Find(stage.Request.Model),
            stage.Request with
            {
                Repeat = 1,
            },
            stage.Prompt.Text,
            [
                .. stage.Request.Inputs.Select(i =>
                    i.Source is StageInput earlier
                        ? sizes[earlier.Stage]
                        : assets?.Inspect(((FileInput)i.Source).Path)?.Size
                ),
            ]
        );
    }

    private static int SelectedOf(PlanKey key, CompiledStage stage, RunOptions options)
    {
        int selected = options.Picks.LastOrDefault(p => p.IsFor(key))?.Variant ?? stage.Model.Select;
        int variants = stage.Request.Count * stage.Request.Repeat;
        return selected >= 1 && selected <= variants
            ? selected
            : throw new RunException($"variant {selected} of {key} cannot go on")
            {
                Help = variants == 1 ? "It has one variant." : $"It has the variants 1 to {variants}.",
            };
    }

    private static void CheckNames(ImmutableArray<RunSource> sources, RunOptions options)
    {
        ImmutableArray<string> stages =
        [
            .. sources
                .SelectMany(s => s.Result.Builds)
                .SelectMany(b => b.Stages)
                .Select(s => s.Name)
                .Where(name => name.Length > 0)
                .Distinct(StringComparer.Ordinal),
        ];
        IEnumerable<string?> named = [options.From, options.Until, .. options.Picks.Select(p => p.Stage)];
        foreach (string name in named.OfType<string>().Where(name => name.Length > 0 && !stages.Contains(name)))
        {
            throw new RunException($"there is no stage `{name}`")
            {
                Help =
                    Suggestion.For(name, stages) is { } close ? $"`{close}` is one."
                    : stages.IsEmpty ? "The files have no stages."
                    : $"The stages are {string.Join(", ", stages.Select(s => $"`{s}`"))}.",
            };
        }
    }
}
