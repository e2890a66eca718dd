using System.Collections.Immutable;
using System.Globalization;
using PromptDsl.Diagnostics;
using PromptDsl.Text;

namespace PromptDsl.Syntax;

/// <summary>Findings about the form of statements: IMG0100 to IMG0129.</summary>
internal static class SyntaxDiagnostics
{
    private static readonly DescriptorSet Codes = new();

    private static readonly DiagnosticDescriptor UnexpectedTokenCode = Codes.Error("IMG0100", "unexpected-token");
    private static readonly DiagnosticDescriptor MissingValueCode = Codes.Error("IMG0101", "missing-value");
    private static readonly DiagnosticDescriptor MissingBraceCode = Codes.Error("IMG0102", "missing-closing-brace");
    private static readonly DiagnosticDescriptor StrayBraceCode = Codes.Error("IMG0103", "stray-closing-brace");
    private static readonly DiagnosticDescriptor MissingBracketCode = Codes.Error("IMG0104", "missing-closing-bracket");
    private static readonly DiagnosticDescriptor NestingTooDeepCode = Codes.Error("IMG0105", "nesting-too-deep");
    private static readonly DiagnosticDescriptor TooManyOperandsCode = Codes.Error("IMG0106", "too-many-values");
    private static readonly DiagnosticDescriptor MalformedUseCode = Codes.Error("IMG0110", "malformed-use");
    private static readonly DiagnosticDescriptor MalformedParamCode = Codes.Error("IMG0111", "malformed-param");
    private static readonly DiagnosticDescriptor MalformedDefineCode = Codes.Error("IMG0112", "malformed-define");
    private static readonly DiagnosticDescriptor MalformedIncludeCode = Codes.Error("IMG0113", "malformed-include");
    private static readonly DiagnosticDescriptor MalformedForCode = Codes.Error("IMG0114", "malformed-for");

    public static ImmutableArray<DiagnosticDescriptor> Descriptors => Codes.All;

    public static Diagnostic ExpectedStatement(SourceSpan place, string found) =>
        new(
            UnexpectedTokenCode,
            $"{found} stands where a statement is expected",
            new DiagnosticLabel(place, "not a statement")
        )
        {
            Help = "A statement is a property `key: value` or a block `kind name \"value\" { … }`.",
        };

    public static Diagnostic LooseString(SourceSpan place) =>
        new(
            UnexpectedTokenCode,
            "a string stands where a statement is expected",
            new DiagnosticLabel(place, "belongs to no statement")
        )
        {
            Help =
                "Text is the value of a property or a block: `subject: \"a red fox\"`, `prompt: \"\"\"…\"\"\"`. A remark is a comment: `// …`.",
        };

    public static Diagnostic DottedKey(SourceSpan place) =>
        new(
            UnexpectedTokenCode,
            "a key or a kind is one word without a dot",
            new DiagnosticLabel(place, "not expected here")
        )
        {
            Help = "What belongs to a block stands in its body: `style { medium: \"gouache\" }`.",
        };

    public static Diagnostic UnexpectedAfterValue(SourceSpan place, string found, bool looksLikeQuote) =>
        new(
            UnexpectedTokenCode,
            $"{found} stands after the end of the statement",
            new DiagnosticLabel(place, "not expected here")
        )
        {
            Help = looksLikeQuote
                ? "A quotation mark inside a string is written `\\\"`; a raw string needs none: `\"\"\"She said \"hi\".\"\"\"`."
                : "A statement ends with its line. Several values stand in brackets: `[1, 2]`.",
        };

    public static Diagnostic UnexpectedInList(SourceSpan place, string found) =>
        new(
            UnexpectedTokenCode,
            $"{found} stands where an item of a list is expected",
            new DiagnosticLabel(place, "not a value")
        )
        {
            Help =
                "The items of a list are values separated by commas: `[\"people\", #FF5533, 3]`. A list holds no properties and no blocks.",
        };

    public static Diagnostic DanglingDot(SourceSpan place, string path) =>
        new(
            UnexpectedTokenCode,
            $"no name follows the dot after `{path}`",
            new DiagnosticLabel(place, "a name is missing")
        )
        {
            Help = "A path is names joined by dots: `brand.accent`. Text stands in quotation marks.",
        };

    public static Diagnostic MissingValue(SourceSpan place, string key) =>
        new(MissingValueCode, $"`{key}:` has no value", new DiagnosticLabel(place, "a value is expected here"))
        {
            Help = "The value stands on the same line: `medium: \"watercolour\"`, `count: 3`, `at: top-left`.",
        };

    public static Diagnostic MissingBrace(SourceSpan opened, SourceSpan? expectedBefore) =>
        new(
            MissingBraceCode,
            "the block that is opened here is never closed",
            new DiagnosticLabel(opened, "opened here")
        )
        {
            Secondary = expectedBefore is { } place ? [new DiagnosticLabel(place, "`}` is expected before this")] : [],
            Help = "Close it with `}` on a line of its own.",
        };

    public static Diagnostic StrayBrace(SourceSpan place) =>
        new(StrayBraceCode, "`}` closes no block", new DiagnosticLabel(place, "nothing is open here"))
        {
            Help = "Remove it, or open the block that it should close.",
        };

    public static Diagnostic StrayBracket(SourceSpan place) =>
        new(StrayBraceCode, "`]` closes no list", new DiagnosticLabel(place, "nothing is open here"))
        {
            Help = "Remove it, or open the list that it should close.",
        };

    public static Diagnostic MissingBracket(SourceSpan opened, SourceSpan expected) =>
        new(
            MissingBracketCode,
            "the list that is opened here is never closed",
            new DiagnosticLabel(opened, "opened here")
        )
        {
            Secondary = [new DiagnosticLabel(expected, "`]` is expected before this")],
            Help = "Close the list with `]`.",
        };

    public static Diagnostic NestingTooDeep(SourceSpan place) =>
        new(
            NestingTooDeepCode,
            string.Create(
                CultureInfo.InvariantCulture,
                $"blocks and lists are nested more than {Parser.MaxDepth} deep"
            ),
            new DiagnosticLabel(place, "one level too many")
        )
        {
            Help = "Flatten the file; no picture needs that depth.",
        };

    public static Diagnostic TooManyOperands(SourceSpan place, string kind) =>
        new(
            TooManyOperandsCode,
            $"`{kind}` has more than a name and a value",
            new DiagnosticLabel(place, "a third value")
        )
        {
            Help = "A block is written `kind name \"value\" { … }`; everything else is a property in its body.",
        };

    public static Diagnostic MalformedUse(SourceSpan place, string found, string expected) =>
        Malformed(MalformedUseCode, place, "use", found, expected, "use \"shared/brand.imgp\" as brand");

    public static Diagnostic MalformedParam(SourceSpan place, string found, string expected) =>
        Malformed(
            MalformedParamCode,
            place,
            "param",
            found,
            expected,
            "param season: choice [\"spring\", \"autumn\"] = \"autumn\""
        );

    public static Diagnostic MalformedDefine(SourceSpan place, string found, string expected) =>
        Malformed(MalformedDefineCode, place, "define", found, expected, "define style house { medium: \"gouache\" }");

    public static Diagnostic MalformedInclude(SourceSpan place, string found, string expected) =>
        Malformed(MalformedIncludeCode, place, "include", found, expected, "include brand.house");

    public static Diagnostic MalformedFor(SourceSpan place, string found, string expected) =>
        Malformed(
            MalformedForCode,
            place,
            "for",
            found,
            expected,
            "for fruit in [\"pear\", \"plum\"] { object \"a ${fruit}\" }"
        );

    private static Diagnostic Malformed(
        DiagnosticDescriptor code,
        SourceSpan place,
        string keyword,
        string found,
        string expected,
        string example
    ) =>
        new(
            code,
            $"{found} stands in `{keyword}` where {expected} is expected",
            new DiagnosticLabel(place, $"{expected} is expected")
        )
        {
            Help = $"Correct is, for example, `{example}`.",
        };
}
