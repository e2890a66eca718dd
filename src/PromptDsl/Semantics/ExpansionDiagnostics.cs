using System.Collections.Immutable;
using System.Globalization;
using PromptDsl.Diagnostics;
using PromptDsl.Schema;
using PromptDsl.Semantics.Binding.Evaluation;
using PromptDsl.Text;

namespace PromptDsl.Semantics;

/// <summary>Findings about definitions, loops and what varies: IMG1060 to IMG1089, and IMG3111.</summary>
internal static class ExpansionDiagnostics
{
    private static readonly DescriptorSet Codes = new();

    private static readonly DiagnosticDescriptor IncludeKindCode = Codes.Error("IMG1060", "include-kind");
    private static readonly DiagnosticDescriptor NeedsItselfCode = Codes.Error("IMG1061", "needs-itself");
    private static readonly DiagnosticDescriptor DefinitionKindCode = Codes.Error("IMG1062", "definition-kind");
    private static readonly DiagnosticDescriptor ExtendsTargetCode = Codes.Error("IMG1063", "extends-target");
    private static readonly DiagnosticDescriptor ChainTooLongCode = Codes.Error("IMG1064", "chain-too-long");
    private static readonly DiagnosticDescriptor LoopListCode = Codes.Error("IMG1070", "loop-needs-list");
    private static readonly DiagnosticDescriptor LoopPatternCode = Codes.Error("IMG1071", "loop-pattern");
    private static readonly DiagnosticDescriptor VaryTargetCode = Codes.Error("IMG1080", "vary-target");
    private static readonly DiagnosticDescriptor VaryValuesCode = Codes.Error("IMG1081", "vary-values");
    private static readonly DiagnosticDescriptor TooManyBuildsCode = Codes.Error("IMG1082", "too-many-builds");
    private static readonly DiagnosticDescriptor ConflictingIncludesCode = Codes.Warning(
        "IMG3111",
        "conflicting-includes"
    );

    public static ImmutableArray<DiagnosticDescriptor> Descriptors => Codes.All;

    public static Diagnostic IncludeKind(
        SourceSpan place,
        SourceSpan declared,
        string name,
        string kind,
        KindSchema container
    )
    {
        bool nests = container.Children.Contains(kind) || container.Name == "file";
        return new(
            IncludeKindCode,
            $"`{name}` defines `{kind}`, and this is {(container.Name == "file" ? "the top of a file" : $"`{container.Name}`")}",
            new DiagnosticLabel(place, $"defines `{kind}`")
        )
        {
            Secondary = [new DiagnosticLabel(declared, "defined here")],
            Help =
                LanguageSchema.FindKind(kind) is null ? $"It is a value: write `{name}` where a value is expected."
                : nests ? $"Include it in a block of its kind: `{kind} {{ include {name} }}`."
                : $"Only a definition of `{container.Name}` fits here.",
        };
    }

    /// <summary>Parameters or definitions that need each other in a circle.</summary>
    /// <param name="circle">Each needs the next, and the last the first.</param>
    public static Diagnostic NeedsItself(ImmutableArray<Dependency> circle)
    {
        ImmutableArray<string> names = [.. circle.Select(d => d.Name), circle[0].Name];
        ImmutableArray<DiagnosticLabel> labels = [.. circle.Select((d, i) => Needs(d, names[i + 1]))];
        string remedy = circle.Any(d => d.IsBody)
            ? "Take one of the includes out."
            : "Give one of them a value of its own.";
        return new(NeedsItselfCode, $"`{names[0]}` needs itself", labels[0])
        {
            Secondary = labels[1..],
            Help = $"The circle is {string.Join(" → ", names)}. {remedy}",
        };
    }

    public static Diagnostic DefinitionKind(SourceSpan place, string kind, string? suggestion) =>
        new(
            DefinitionKindCode,
            $"nothing of the kind `{kind}` is defined",
            new DiagnosticLabel(
                place,
                suggestion is null ? "not a kind" : $"there is a kind with a similar name: `{suggestion}`"
            )
        )
        {
            Help =
                "A definition is of a kind of block (`define style house { … }`) or of a type of value (`define color accent #FF5533`).",
            Fixes = suggestion is null ? [] : [CodeFix.Unsafe($"Write {suggestion}", place.Span, suggestion)],
        };

    public static Diagnostic ExtendsTarget(SourceSpan place, string name, string? suggestion) =>
        new(
            ExtendsTargetCode,
            $"no file is used here as `{name}`",
            new DiagnosticLabel(
                place,
                suggestion is null ? "not a file" : $"there is a file with a similar name: `{suggestion}`"
            )
        )
        {
            Help = suggestion is null
                ? $"Bring the file in first: `use \"{name}.imgp\" as {name}`."
                : $"Write `{suggestion}`.",
        };

    public static Diagnostic ChainTooLong(SourceSpan place) =>
        new(
            ChainTooLongCode,
            string.Create(
                CultureInfo.InvariantCulture,
                $"more than {Limits.ChainLength} parameters and definitions need each other in a row"
            ),
            new DiagnosticLabel(place, "one too many")
        )
        {
            Help = "Shorten the chain: give one of them a value of its own.",
        };

    public static Diagnostic ListTooDeep(SourceSpan place) =>
        new(
            ChainTooLongCode,
            string.Create(
                CultureInfo.InvariantCulture,
                $"more than {Limits.ChainLength} lists stand in each other here"
            ),
            new DiagnosticLabel(place, "lists in lists")
        )
        {
            Help = "Put the items into one list.",
        };

    public static Diagnostic LoopList(SourceSpan place, string found) =>
        new(LoopListCode, $"a loop goes over a list; this is {found}", new DiagnosticLabel(place, "a list is expected"))
        {
            Help = "Write the items in brackets: `for fruit in [\"pear\", \"plum\"] { … }`.",
        };

    public static Diagnostic LoopPattern(SourceSpan place, SourceSpan item, int names, string found) =>
        new(
            LoopPatternCode,
            string.Create(
                CultureInfo.InvariantCulture,
                $"the loop takes each item apart into {names} names; this item is {found}"
            ),
            new DiagnosticLabel(item, "does not fit")
        )
        {
            Secondary = [new DiagnosticLabel(place, "the names")],
            Help = string.Create(
                CultureInfo.InvariantCulture,
                $"Each item is a list of {names} values: `for [name, price] in [[\"Pier soup\", \"$9\"]] {{ … }}`."
            ),
        };

    public static Diagnostic LoopVariableTwice(SourceSpan place, string name) =>
        new(LoopPatternCode, $"the loop binds `{name}` twice", new DiagnosticLabel(place, "bound twice"))
        {
            Help = "Give each part a name of its own.",
        };

    public static Diagnostic VaryTarget(SourceSpan place, string name, string? suggestion) =>
        new(
            VaryTargetCode,
            $"`{name}` is neither a parameter nor a field that can vary",
            new DiagnosticLabel(
                place,
                suggestion is null ? "nothing to vary" : $"there is something with a similar name: `{suggestion}`"
            )
        )
        {
            Help =
                "Name a parameter, or a field with its block: `vary season`, `vary style.medium [\"ink\", \"gouache\"]`.",
            Fixes = suggestion is null ? [] : [CodeFix.Unsafe($"Write {suggestion}", place.Span, suggestion)],
        };

    public static Diagnostic VaryTwice(SourceSpan place, SourceSpan first, string name) =>
        new(VaryTargetCode, $"`{name}` varies twice", new DiagnosticLabel(place, "varies again"))
        {
            Secondary = [new DiagnosticLabel(first, "varies here")],
            Help = "Join the values into one `vary`.",
        };

    public static Diagnostic VaryValues(SourceSpan place, string message, string label, string help) =>
        new(VaryValuesCode, message, new DiagnosticLabel(place, label)) { Help = help };

    public static Diagnostic TooManyBuilds(SourceSpan place, IEnumerable<int> counts, string product) =>
        new(
            TooManyBuildsCode,
            string.Create(
                CultureInfo.InvariantCulture,
                $"what varies makes {Product(counts)} = {product} builds; one file makes at most {Limits.Builds}"
            ),
            new DiagnosticLabel(place, "varies")
        )
        {
            Help =
                "Leave out values, or let values that belong together vary together: `vary [name, colour] [[\"a\", #FFF], [\"b\", #000]]`.",
        };

    private static string Product(IEnumerable<int> counts)
    {
        int[] all = [.. counts];
        return string.Join(" × ", all.Take(8)) + (all.Length > 8 ? " × …" : "");
    }

    public static Diagnostic ConflictingIncludes(SourceSpan later, SourceSpan earlier, string key) =>
        new(
            ConflictingIncludesCode,
            $"two definitions that are brought in disagree about `{key}`",
            new DiagnosticLabel(later, "this counts")
        )
        {
            Secondary = [new DiagnosticLabel(earlier, "this is dropped")],
            Help = $"The later counts. Say `{key}` in the block itself to make it clear.",
        };

    private static DiagnosticLabel Needs(Dependency dependency, string next) =>
        new(dependency.Place, next == dependency.Name ? "needs itself" : $"needs `{next}`");
}
