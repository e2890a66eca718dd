using System.Collections.Immutable;
using System.Globalization;
using PromptDsl.Diagnostics;
using PromptDsl.Targets.Prices;
using PromptDsl.Text;

namespace PromptDsl.Planning;

/// <summary>Findings about what a run costs: IMG3700 to IMG3799.</summary>
internal static class PlanDiagnostics
{
    private static readonly DescriptorSet Codes = new();

    private static readonly DiagnosticDescriptor OverBudgetCode = Codes.Error("IMG3701", "over-budget");
    private static readonly DiagnosticDescriptor DraftCode = Codes.Warning("IMG3702", "final-quality-in-draft");
    private static readonly DiagnosticDescriptor CombinationsCode = Codes.Warning("IMG3703", "many-combinations");

    public static ImmutableArray<DiagnosticDescriptor> Descriptors => Codes.All;

    public static Diagnostic OverBudget(
        SourceSpan place,
        string scope,
        PriceRange price,
        Money budget,
        string dearestStage,
        PriceRange dearest
    ) =>
        new(
            OverBudgetCode,
            $"the {scope} costs {price}, and its budget is {budget}",
            new DiagnosticLabel(
                place,
                dearestStage.Length == 0 ? $"this costs {dearest}" : $"`{dearestStage}` costs {dearest}"
            )
        )
        {
            Help =
                "Ask for a lower quality or fewer alternatives in the stages that only prepare others, or raise the budget.",
        };

    public static Diagnostic UnknownPrice(
        SourceSpan place,
        string scope,
        PriceRange price,
        Money budget,
        ImmutableArray<PriceUnknown> unknown
    ) =>
        new(
            OverBudgetCode,
            price.Low > Money.Zero
                ? $"the {scope} costs {price}, and its budget is {budget}"
                : $"the price of the {scope} is not known, and its budget is {budget}",
            new DiagnosticLabel(place, unknown[0].Reason)
        )
        {
            Help =
                "Use a model with published prices, or allow unknown ones with `--allow-unknown-price`: then the known part alone counts, and the budget is not certain.",
        };

    public static Diagnostic FinalQualityInDraft(
        SourceSpan place,
        string quality,
        ImmutableArray<string> stages,
        SourceSpan edit,
        bool canWriteLow
    )
    {
        string drafts = string.Join(", ", stages.Select(s => $"`{s}`"));
        return new(
            DraftCode,
            stages.Length == 1
                ? $"stage {drafts} is made in quality {quality} and then drawn again"
                : $"stages {drafts} are made in quality {quality} and then drawn again",
            new DiagnosticLabel(place, "paid for a picture that is not the last one")
        )
        {
            Secondary = [new DiagnosticLabel(edit, "draws it again")],
            Help = "Draft in `low` or `medium`, and ask for the final quality in the last stage.",
            Fixes = canWriteLow ? [CodeFix.Unsafe("Write low", place.Span, "low")] : [],
        };
    }

    public static Diagnostic ManyCombinations(SourceSpan place, int count) =>
        new(
            CombinationsCode,
            string.Create(CultureInfo.InvariantCulture, $"the file makes {count} combinations, and each is paid for"),
            new DiagnosticLabel(
                place,
                string.Create(CultureInfo.InvariantCulture, $"more than {PlanChecker.ManyCombinations}")
            )
        )
        {
            Help = "Try a few first: leave out values, or let values that belong together vary together.",
        };
}
