using System.Collections.Immutable;
using System.Globalization;
using PromptDsl.Diagnostics;
using PromptDsl.Semantics.Binding.Stages;
using PromptDsl.Text;

namespace PromptDsl.Semantics;

/// <summary>Findings about stages and what is in the picture: IMG1090 to IMG1119.</summary>
internal static class StageDiagnostics
{
    private static readonly DescriptorSet Codes = new();

    private static readonly DiagnosticDescriptor UnknownStageCode = Codes.Error("IMG1090", "unknown-stage");
    private static readonly DiagnosticDescriptor StageCycleCode = Codes.Error("IMG1091", "stage-cycle");
    private static readonly DiagnosticDescriptor ChangeOfNothingCode = Codes.Error("IMG1092", "change-of-nothing");
    private static readonly DiagnosticDescriptor StepBesideStagesCode = Codes.Error("IMG1093", "step-beside-stages");
    private static readonly DiagnosticDescriptor SelectOutOfRangeCode = Codes.Error("IMG1094", "select-out-of-range");
    private static readonly DiagnosticDescriptor PictureNotSentCode = Codes.Error("IMG1095", "picture-not-sent");
    private static readonly DiagnosticDescriptor EditOnlyCode = Codes.Error("IMG1096", "edit-only");
    private static readonly DiagnosticDescriptor TooManyStagesCode = Codes.Error("IMG1097", "too-many-stages");
    private static readonly DiagnosticDescriptor CellCountCode = Codes.Error("IMG1100", "cell-count");
    private static readonly DiagnosticDescriptor RowLengthCode = Codes.Error("IMG1101", "row-length");
    private static readonly DiagnosticDescriptor DomainMismatchCode = Codes.Warning("IMG1102", "domain-mismatch");
    private static readonly DiagnosticDescriptor NameNotInDescriptionCode = Codes.Hint(
        "IMG1103",
        "name-not-in-description"
    );
    private static readonly DiagnosticDescriptor EmptyLiteralCode = Codes.Error("IMG1104", "empty-text");

    public static ImmutableArray<DiagnosticDescriptor> Descriptors => Codes.All;

    public static Diagnostic UnknownStage(
        SourceSpan place,
        string name,
        string? suggestion,
        IEnumerable<string> known
    ) =>
        new(
            UnknownStageCode,
            $"there is no stage `{name}`",
            new DiagnosticLabel(
                place,
                suggestion is null ? "not a stage" : $"there is a stage with a similar name: `{suggestion}`"
            )
        )
        {
            Help =
                suggestion is not null ? $"Write `{suggestion}`."
                : known.Any()
                    ? $"The stages are {string.Join(", ", known)}. A file stands in quotation marks: `from: \"photo.png\"`."
                : "The file has no stages. A file stands in quotation marks: `from: \"photo.png\"`.",
            Fixes = suggestion is null ? [] : [CodeFix.Unsafe($"Write {suggestion}", place.Span, suggestion)],
        };

    public static Diagnostic NoInput(SourceSpan place) =>
        new(UnknownStageCode, "the list of `from` names no picture", new DiagnosticLabel(place, "empty"))
        {
            Help = "Name a stage or a file, or write `from: none` for a new picture.",
        };

    public static Diagnostic NoneBesideInputs(SourceSpan place) =>
        new(UnknownStageCode, "`none` stands in a list of pictures", new DiagnosticLabel(place, "no picture"))
        {
            Help = "Write `from: none` alone for a new picture, or name only pictures.",
        };

    /// <summary>Stages that read each other in a circle.</summary>
    /// <param name="circle">What each stage reads: the next one, and the last the first.</param>
    public static Diagnostic StageCycle(ImmutableArray<StageSource> circle)
    {
        string chain = string.Join(" → ", circle.Select(s => s.Stage).Prepend(circle[^1].Stage));
        ImmutableArray<DiagnosticLabel> labels =
        [
            .. circle.Select(s => new DiagnosticLabel(s.Place, $"reads `{s.Stage}`")),
        ];
        return new(StageCycleCode, "the stages read each other in a circle", labels[0])
        {
            Secondary = labels[1..],
            Help = $"The circle is {chain}. A stage reads only what is made before it.",
        };
    }

    public static Diagnostic ChangeOfNothing(SourceSpan place, bool inStage) =>
        new(
            ChangeOfNothingCode,
            inStage ? "the stage makes a new picture, so there is nothing to change" : "there is no picture to change",
            new DiagnosticLabel(place, "nothing to change yet")
        )
        {
            Help = inStage
                ? "Describe the picture in sections (`subject`, `details`, `style`), or say what is edited: `from: \"photo.png\"`."
                : "Declare the picture that is edited: `reference photo \"photo.png\" { role: content }`, or `from: \"photo.png\"`.",
        };

    public static Diagnostic StepBesideStages(SourceSpan place, SourceSpan stage, string key) =>
        new(
            StepBesideStagesCode,
            $"`{key}` stands outside the stages of the file",
            new DiagnosticLabel(place, "which stage?")
        )
        {
            Secondary = [new DiagnosticLabel(stage, "the file has stages")],
            Help = $"Move `{key}` into the stage that it belongs to.",
        };

    public static Diagnostic EditOnly(SourceSpan place, string key) =>
        new(
            EditOnlyCode,
            $"`{key}` belongs to an edit, and this makes a new picture",
            new DiagnosticLabel(place, "nothing is edited")
        )
        {
            Help = "Say what is edited with `from`, and what changes with `change`.",
        };

    public static Diagnostic SelectOutOfRange(SourceSpan place, int select, int variants) =>
        new(
            SelectOutOfRangeCode,
            string.Create(CultureInfo.InvariantCulture, $"the stage selects alternative {select} and has {variants}"),
            new DiagnosticLabel(place, "no such alternative")
        )
        {
            Help = string.Create(
                CultureInfo.InvariantCulture,
                $"Alternatives are counted from 1; say `variants: {select}` or select one of {variants}."
            ),
        };

    public static Diagnostic PictureNotSent(SourceSpan place, string name, string stage) =>
        new(
            PictureNotSentCode,
            stage.Length == 0
                ? $"the picture `{name}` is not sent with the request"
                : $"the picture `{name}` is not sent with the stage `{stage}`",
            new DiagnosticLabel(place, "has no number here")
        )
        {
            Help =
                "An edit sends what it edits, its own references, and those of the file with the role `style` or `character`. Declare the reference in the stage.",
        };

    public static Diagnostic TooManyStages(SourceSpan place, int found) =>
        new(
            TooManyStagesCode,
            string.Create(CultureInfo.InvariantCulture, $"the file has {found} stages; it has at most {Limits.Stages}"),
            new DiagnosticLabel(place, "one stage too many")
        )
        {
            Help = "Split the file. Pictures that do not build on each other are files, or builds with `vary`.",
        };

    public static Diagnostic CellCount(SourceSpan place, string size, long expected, int found) =>
        new(
            CellCountCode,
            string.Create(
                CultureInfo.InvariantCulture,
                $"a grid of {size} has {Forms.Count(expected, "cell")}, not {found}"
            ),
            new DiagnosticLabel(place, Forms.Count(expected, "cell"))
        )
        {
            Help = "Give each cell, row by row, or none and say `each`. The size is columns × rows.",
        };

    public static Diagnostic RowLength(SourceSpan place, SourceSpan columns, int expected, int found) =>
        new(
            RowLengthCode,
            string.Create(
                CultureInfo.InvariantCulture,
                $"the table has {Forms.Count(expected, "column")}, and the row {Forms.Count(found, "value")}"
            ),
            new DiagnosticLabel(place, Forms.Count(found, "value"))
        )
        {
            Secondary = [new DiagnosticLabel(columns, "the columns")],
            Help = "Give one value for each column.",
        };

    public static Diagnostic DomainMismatch(SourceSpan place, string domain, string content, SourceSpan contentPlace) =>
        new(
            DomainMismatchCode,
            $"the fields of `{domain}` stand in a file whose content is `{content}`",
            new DiagnosticLabel(place, $"for content `{domain}`")
        )
        {
            Secondary = [new DiagnosticLabel(contentPlace, "another kind of content")],
            Help = $"Say `content: {domain}`, or use the fields of `{content}`.",
        };

    public static Diagnostic NameNotInDescription(SourceSpan place, string name) =>
        new(
            NameNotInDescriptionCode,
            $"no word of the name `{name}` is in the description",
            new DiagnosticLabel(place, "named otherwise")
        )
        {
            Help = "The compiled text introduces the object with both. Name it after a word of its description.",
        };

    public static Diagnostic EmptyLiteral(SourceSpan place, string kind) =>
        new(EmptyLiteralCode, $"the `{kind}` says nothing", new DiagnosticLabel(place, "empty"))
        {
            Help = "Give the words that stand in the picture, or remove it.",
        };
}
