using System.Collections.Immutable;
using PromptDsl.Compilation;
using PromptDsl.Diagnostics;
using PromptDsl.Syntax;
using PromptDsl.Targets.Prices;
using PromptDsl.Targets.Requests;
using PromptDsl.Text;

namespace PromptDsl.Planning;

/// <summary>Reports what is wrong with a plan: IMG3701 to IMG3703.</summary>
public sealed class PlanChecker
{
    /// <summary>
    /// More combinations than this are pointed out. Sixteen is a sheet of four by four, about what is
    /// looked at side by side; at the five pictures a minute of the lowest usage tier it is also three
    /// minutes of a run.
    /// </summary>
    public const int ManyCombinations = 16;

    private static readonly ImmutableArray<string> FinalQualities = ["high", "xhigh", "max"];

    private readonly DiagnosticBag _diagnostics = new();

    private PlanChecker() { }

    /// <summary>Reports drafts in final quality and many combinations, in a compiled file.</summary>
    public static ImmutableArray<Diagnostic> CheckFile(CompilationResult file)
    {
        var checker = new PlanChecker();
        checker.CheckCombinations(file);
        foreach (CompiledBuild build in file.Builds)
        {
            checker.CheckDrafts(build);
        }

        return checker._diagnostics.ToSorted();
    }

    /// <summary>Holds a plan against budgets; each finding is in one of the files that the plan was made of.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="sources">The files that it was made of.</param>
    /// <param name="options">The budgets.</param>
    public static ImmutableArray<Diagnostic> CheckBudgets(
        RequestPlan plan,
        IEnumerable<PlanSource> sources,
        PlanOptions options
    )
    {
        var checker = new PlanChecker();
        var compiled = sources.ToDictionary(s => s.Path, s => s.Result, StringComparer.Ordinal);
        foreach (PlanFile file in plan.Files)
        {
            checker.CheckBudget(
                options.MaxCostPerFile,
                options.AllowsUnknownPrice,
                "file",
                file.Price,
                StagesOf(file, compiled[file.Path])
            );
        }

        checker.CheckBudget(
            options.MaxCost,
            options.AllowsUnknownPrice,
            "run",
            plan.Price,
            plan.Files.SelectMany(f => StagesOf(f, compiled[f.Path]))
        );
        return checker._diagnostics.ToSorted();
    }

    /// <summary>
    /// Holds a price against a budget. What counts is what it is expected to cost; where nothing says
    /// what to expect, what it can cost at most; and what is known of it where a part is not.
    /// </summary>
    private void CheckBudget(
        Money? budget,
        bool allowsUnknown,
        string scope,
        PriceRange price,
        IEnumerable<(string Name, PlanStage Stage, SourceSpan Place)> stages
    )
    {
        if (budget is not { } limit)
        {
            return;
        }

        if (Counted(price) > limit)
        {
            (string name, PlanStage stage, SourceSpan place) = stages.MaxBy(s => Counted(s.Stage.Price));
            _diagnostics.Add(PlanDiagnostics.OverBudget(place, scope, price, limit, name, stage.Price));
        }
        else if (!price.IsKnown && !allowsUnknown)
        {
            (_, PlanStage stage, SourceSpan place) = stages.First(s => !s.Stage.Price.IsKnown);
            _diagnostics.Add(PlanDiagnostics.UnknownPrice(place, scope, price, limit, stage.Price.Unknown));
        }
    }

    private static Money Counted(PriceRange price) => price.Expected ?? price.High ?? price.Low;

    private void CheckCombinations(CompilationResult result)
    {
        if (result.Builds.Length > ManyCombinations)
        {
            BlockSyntax? vary = result.Tree.Root.Statements.OfType<BlockSyntax>().FirstOrDefault(b => b.Kind == "vary");
            SourceSpan place = vary is null
                ? result.Builds[0].Model.Stages[0].Place
                : new SourceSpan(result.Tree.Source, vary.HeadSpan);
            _diagnostics.Add(PlanDiagnostics.ManyCombinations(place, result.Builds.Length));
        }
    }

    /// <summary>A picture that an edit with a mask reads stays as it is outside the mask, so it is no draft.</summary>
    private void CheckDrafts(CompiledBuild build)
    {
        var drawnAgain =
            from stage in build.Stages
            where stage.Model.Parameters.Quality is { } quality && FinalQualities.Contains(quality)
            let edit = build.Stages.FirstOrDefault(s => s.Model.Mask is null && Edits(s, stage.Name))
            where edit is not null
            select (Draft: stage, Edit: edit);
        foreach (var said in drawnAgain.GroupBy(pair => pair.Draft.Model.Technical.Find("quality")))
        {
            (CompiledStage draft, CompiledStage edit) = said.First();
            bool isSaidForDraftsAlone =
                said.Key is { } field
                && build.Stages.Count(s => s.Model.Technical.Find("quality") == field) == said.Count();
            _diagnostics.Add(
                PlanDiagnostics.FinalQualityInDraft(
                    said.Key?.Value.Place ?? draft.Model.Place,
                    draft.Model.Parameters.Quality!,
                    [.. said.Select(pair => pair.Draft.Name)],
                    edit.Model.Place,
                    canWriteLow: isSaidForDraftsAlone && said.Key!.Value.Place.Text == draft.Model.Parameters.Quality
                )
            );
        }
    }

    private static bool Edits(CompiledStage stage, string draft) =>
        stage.Model.Inputs.Any(i => i.IsEdited && i.Source is StageInput input && input.Stage == draft);

    /// <summary>The stages with a place in the file itself, even of those that a template brings.</summary>
    private static IEnumerable<(string Name, PlanStage Stage, SourceSpan Place)> StagesOf(
        PlanFile file,
        CompilationResult result
    ) =>
        from build in file.Builds.Zip(result.Builds)
        from stage in build.First.Stages.Zip(build.Second.Stages)
        let place = stage.Second.Model.Place
        select (
            new PlanKey("", build.First.Name, stage.First.Name).ToString(),
            stage.First,
            place.Source == result.Tree.Source ? place : new SourceSpan(result.Tree.Source, new TextSpan(0, 0))
        );
}
