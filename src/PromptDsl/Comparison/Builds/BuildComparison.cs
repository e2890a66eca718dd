using System.Collections.Immutable;
using PromptDsl.Comparison.Matching;
using PromptDsl.Comparison.Meaning;
using PromptDsl.Compilation;

namespace PromptDsl.Comparison.Builds;

/// <summary>What changed between two builds.</summary>
internal sealed class BuildComparison
{
    private readonly Matches _matches;

    public BuildComparison(BuildPair pair)
    {
        Pair = pair;
        Element before = ModelReader.Read(pair.Before.Model);
        Element after = ModelReader.Read(pair.After.Model);
        _matches = ElementMatcher.Match(before, after);
        var comparer = new ElementComparer(_matches, IsNameSent);
        Changes = [.. comparer.Compare(before, after)];
        Notes = comparer.Notes;
    }

    public BuildPair Pair { get; }

    public ImmutableArray<PromptChange> Changes { get; }

    /// <summary>Differences that are none of meaning.</summary>
    public IReadOnlySet<ComparisonNote> Notes { get; }

    /// <summary>Text and request of every stage that are not the same, in the order of the later version.</summary>
    public IEnumerable<StageDifference> Stages()
    {
        var names = _matches
            .Pairs.Where(p => p.After.Kind == "stage")
            .ToDictionary(p => p.After.Name!, p => p.Before.Name!, StringComparer.Ordinal);
        var before = Pair.Before.Stages.ToDictionary(s => s.Name, StringComparer.Ordinal);
        foreach (CompiledStage stage in Pair.After.Stages)
        {
            CompiledStage? earlier = names.TryGetValue(stage.Name, out string? name) ? before[name] : null;
            if (StageComparer.Compare(earlier, stage, Pair.After.Name) is { } difference)
            {
                yield return difference;
            }
        }

        foreach (CompiledStage stage in Pair.Before.Stages.Where(s => !names.ContainsValue(s.Name)))
        {
            if (StageComparer.Compare(stage, null, Pair.After.Name) is { } difference)
            {
                yield return difference;
            }
        }
    }

    /// <summary>Stages name what is written; things only where the text calls them by their name.</summary>
    private bool IsNameSent(Element before, Element after) =>
        before.Kind == "stage" || IsSpoken(before.Name, Pair.Before) || IsSpoken(after.Name, Pair.After);

    private static bool IsSpoken(string? name, CompiledBuild build)
    {
        if (name is null)
        {
            return false;
        }

        string spoken = name.Replace('-', ' ').Replace('_', ' ');
        return build.Stages.Any(s =>
            s.Prompt.SourceMap.Any(e =>
                !e.IsAuthored
                && s.Prompt.Text.AsSpan(e.Span.Start, e.Span.Length).Contains(spoken, StringComparison.Ordinal)
            )
        );
    }
}
