using System.Collections.Immutable;
using System.Globalization;
using PromptDsl.Diagnostics;
using PromptDsl.Schema;
using PromptDsl.Semantics.Values;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Semantics;

/// <summary>Findings about values and the names in them: IMG1020 to IMG1039.</summary>
internal static class ValueDiagnostics
{
    private static readonly DescriptorSet Codes = new();

    private static readonly DiagnosticDescriptor TypeMismatchCode = Codes.Error("IMG1020", "type-mismatch");
    private static readonly DiagnosticDescriptor UnknownWordCode = Codes.Error("IMG1021", "unknown-word");
    private static readonly DiagnosticDescriptor OutOfRangeCode = Codes.Error("IMG1022", "out-of-range");
    private static readonly DiagnosticDescriptor QuotedWordCode = Codes.Error("IMG1023", "quoted-word");
    private static readonly DiagnosticDescriptor TooMuchTextCode = Codes.Error("IMG1024", "too-much-text");
    private static readonly DiagnosticDescriptor UnknownNameCode = Codes.Error("IMG1030", "unknown-name");
    private static readonly DiagnosticDescriptor ReachingThroughCode = Codes.Error("IMG1031", "reaching-through");
    private static readonly DiagnosticDescriptor ListInStringCode = Codes.Error("IMG1032", "list-in-string");
    private static readonly DiagnosticDescriptor PictureInStringCode = Codes.Error("IMG1033", "picture-in-string");
    private static readonly DiagnosticDescriptor DefinitionWithoutValueCode = Codes.Error(
        "IMG1034",
        "definition-without-value"
    );
    private static readonly DiagnosticDescriptor FileAsValueCode = Codes.Error("IMG1035", "file-as-value");
    private static readonly DiagnosticDescriptor UnknownThingCode = Codes.Error("IMG1036", "unknown-thing");
    private static readonly DiagnosticDescriptor MalformedPathCode = Codes.Error("IMG1037", "malformed-path");
    private static readonly DiagnosticDescriptor PathOutsideRootCode = Codes.Error("IMG1038", "path-outside-root");

    public static ImmutableArray<DiagnosticDescriptor> Descriptors => Codes.All;

    public static Diagnostic TypeMismatch(SourceSpan place, string what, FieldType type, BoundValue found)
    {
        string? unquoted = Unquoted(type, found);
        return new(
            TypeMismatchCode,
            $"{what} takes {Forms.Describe(type)}; this is {Forms.Describe(found)}",
            new DiagnosticLabel(place, $"{Forms.Describe(found)}")
        )
        {
            Help =
                unquoted is not null ? $"Write `{unquoted}` without quotation marks."
                : found is ListValue
                    ? $"Give one value, such as `{Forms.Example(type)}`; `for x in [ … ]` repeats a statement for each item."
                : type.Forms is [ValueForm.Word] ? $"The words are {string.Join(", ", type.Words)}."
                : $"Write, for example, `{Forms.Example(type)}`.",
            Fixes = unquoted is null ? [] : [CodeFix.Safe($"Write {unquoted}", place.Span, unquoted)],
        };
    }

    public static Diagnostic UnknownWord(SourceSpan place, string what, string word, FieldType type)
    {
        string? suggestion = Suggestion.For(word, type.Words);
        string all = string.Join(", ", type.Words);
        return new(
            UnknownWordCode,
            $"{what} does not take `{Shorten(word)}`",
            new DiagnosticLabel(
                place,
                suggestion is null ? "not one of its words" : $"there is a word with a similar name: `{suggestion}`"
            )
        )
        {
            Help = type.Accepts(ValueForm.Text)
                ? $"The words are {all}. Anything else stands in quotation marks: `\"{word}\"`."
                : $"The words are {all}.",
            Fixes = suggestion is null ? [] : [CodeFix.Unsafe($"Write {suggestion}", place.Span, suggestion)],
        };
    }

    public static Diagnostic QuotedWord(SourceSpan place, string what, string word) =>
        new(
            QuotedWordCode,
            $"{what} takes the word `{word}` without quotation marks",
            new DiagnosticLabel(place, "a word, not text")
        )
        {
            Help = $"Write `{word}`.",
            Fixes = [CodeFix.Safe($"Write {word}", place.Span, word)],
        };

    public static Diagnostic OutOfRange(SourceSpan place, string what, string written, FieldType type) =>
        new(
            OutOfRangeCode,
            $"{what} is from {Range(type)}; this is {Shorten(written)}",
            new DiagnosticLabel(place, "out of range")
        )
        {
            Help = $"Write a value from {Range(type)}.",
        };

    public static Diagnostic NotWhole(SourceSpan place, string what, string written) =>
        new(
            OutOfRangeCode,
            $"{what} is a whole number; this is {Shorten(written)}",
            new DiagnosticLabel(place, "has decimals")
        )
        {
            Help = "Write it without decimals.",
        };

    public static Diagnostic TooMuchText(SourceSpan place) =>
        new(
            TooMuchTextCode,
            string.Create(
                CultureInfo.InvariantCulture,
                $"putting values in makes more than {Limits.ProducedText:N0} characters"
            ),
            new DiagnosticLabel(place, "the limit is reached here")
        )
        {
            Help = "No model takes prompts of that length: shorten what is put in.",
        };

    public static Diagnostic TooMuchPrompt(SourceSpan place) =>
        new(
            TooMuchTextCode,
            FormattableString.Invariant(
                $"the prompts of the file together have more than {Limits.ProducedText:N0} characters"
            ),
            new DiagnosticLabel(place, "the limit is reached here")
        )
        {
            Help = "No model takes prompts of that length: let the stages keep less, or split the file.",
        };

    /// <summary>A name that nothing has.</summary>
    /// <param name="inString">Whether it stands in a slot of a string.</param>
    /// <param name="wanted">What is expected in its place, where that is not text.</param>
    public static Diagnostic UnknownName(
        SourceSpan place,
        string name,
        string? suggestion,
        bool inString,
        string? wanted = null
    ) =>
        new(
            UnknownNameCode,
            $"nothing here is called `{Shorten(name)}`",
            new DiagnosticLabel(
                place,
                suggestion is null ? "not known" : $"there is something with a similar name: `{suggestion}`"
            )
        )
        {
            Help =
                suggestion is not null ? $"Write `{suggestion}`."
                : inString
                    ? $"Declare it, for example with `param {LastWord(name)}: text = \"…\"`. For a literal `${{` write `\\${{` (in a raw string `$${{`)."
                : wanted is not null ? $"Write {wanted}, or declare `{Shorten(name)}` with `param` or `define`."
                : $"Text stands in quotation marks: `\"{Shorten(name)}\"`. A value with a name is declared with `param` or `define`.",
            Fixes =
                suggestion is not null
                    ? [CodeFix.Unsafe($"Write {suggestion}", place.Span, inString ? $"${{{suggestion}}}" : suggestion)]
                : inString || wanted is not null ? []
                : [CodeFix.Unsafe("Put it in quotation marks", place.Span, StringLiteral.Quote(name))],
        };

    public static Diagnostic UnknownMember(SourceSpan place, string file, string name, string? suggestion) =>
        new(
            UnknownNameCode,
            $"`{file}` defines no `{Shorten(name)}`",
            new DiagnosticLabel(
                place,
                suggestion is null ? "not defined there" : $"there is a definition with a similar name: `{suggestion}`"
            )
        )
        {
            Help = suggestion is null
                ? $"Define it there: `define color {LastWord(name)} #FF5533`, `define style {LastWord(name)} {{ … }}`."
                : $"Write `{suggestion}`.",
        };

    public static Diagnostic ReachingThrough(SourceSpan place, string path, string first, string second) =>
        new(
            ReachingThroughCode,
            $"`{path}` reaches through `{first}` into `{second}`",
            new DiagnosticLabel(place, "two names at most")
        )
        {
            Help = $"Import the file of `{second}` here with `use`, and name it directly.",
        };

    public static Diagnostic ListInString(SourceSpan place, string name) =>
        new(ListInStringCode, $"`{name}` is a list, and a slot holds one value", new DiagnosticLabel(place, "a list"))
        {
            Help = $"Repeat the statement for each item: `for item in {name} {{ … }}`.",
        };

    public static Diagnostic PictureInString(SourceSpan place, string name) =>
        new(
            PictureInStringCode,
            $"`{name}` is a picture file, and a path says nothing to a model",
            new DiagnosticLabel(place, "a picture")
        )
        {
            Help = $"Declare a reference, `reference board {name}`, and put that in: `${{board}}` reads \"Image 2\".",
        };

    public static Diagnostic DefinitionWithoutValue(SourceSpan place, string name, string kind, SourceSpan declared) =>
        new(
            DefinitionWithoutValueCode,
            $"`{name}` is a `{kind}` without a value of its own",
            new DiagnosticLabel(place, "no value to put here")
        )
        {
            Secondary = [new DiagnosticLabel(declared, "defined here")],
            Help = $"Bring it in with `include {name}` inside a block `{kind}`.",
        };

    public static Diagnostic FileAsValue(SourceSpan place, string name) =>
        new(FileAsValueCode, $"`{name}` is a file, not a value", new DiagnosticLabel(place, "a file"))
        {
            Help = $"Name something that it defines: `{name}.accent`.",
        };

    /// <summary>A name that nothing in the picture, or no reference, has.</summary>
    /// <param name="key">The key that names it: <c>left-of</c>, <c>keep</c>, <c>target</c>, <c>text</c>, <c>from</c>.</param>
    public static Diagnostic UnknownThing(SourceSpan place, string name, string key, string? suggestion) =>
        new(
            UnknownThingCode,
            $"`{key}` names `{Shorten(name)}`, which is not declared",
            new DiagnosticLabel(
                place,
                suggestion is null ? "not declared" : $"there is one with a similar name: `{suggestion}`"
            )
        )
        {
            Help =
                suggestion is not null ? $"Write `{suggestion}`."
                : key == "from" ? $"Declare it at the top of the file: `reference {name} \"refs/{name}.png\"`."
                : key == "text" ? $"Declare it in `details`: `text {name} \"…\"`."
                : "Declare it in `details`, or put words in quotation marks.",
            Fixes = suggestion is null ? [] : [CodeFix.Unsafe($"Write {suggestion}", place.Span, suggestion)],
        };

    public static Diagnostic WrongThing(SourceSpan place, string name, string expected, SourceSpan declared) =>
        new(UnknownThingCode, $"`{name}` is not {expected}", new DiagnosticLabel(place, $"{expected} is expected"))
        {
            Secondary = [new DiagnosticLabel(declared, "declared here")],
            Help = $"Name {expected}.",
        };

    public static Diagnostic MalformedPath(SourceSpan place, string path) =>
        new(
            MalformedPathCode,
            path.Length == 0 ? "the path is empty" : $"`{Shorten(path)}` is not a path of a file in the project",
            new DiagnosticLabel(place, "not a relative path")
        )
        {
            Help =
                "A path is relative to the file that says it, with / on every system: `refs/board.png`, `../shared/brand.imgp`.",
        };

    public static Diagnostic PathOutsideRoot(SourceSpan place, string path) =>
        new(
            PathOutsideRootCode,
            $"`{Shorten(path)}` leaves the project",
            new DiagnosticLabel(place, "outside the project root")
        )
        {
            Help =
                "Copy the file into the project, or put a promptc.yaml into the folder that holds both: the root is the folder of the nearest one, else the repository, else the folder of the file.",
        };

    /// <summary>What the text would be as the value that is wanted: <c>"16:9"</c> for a ratio.</summary>
    private static string? Unquoted(FieldType type, BoundValue found)
    {
        if (found is not TextValue text || text.Place.Span.Length != text.Written.Length + 2)
        {
            return null;
        }

        string written = text.Written.Trim();
        return Literals.Parse(written, text.Place) is { } literal && Literals.Fits(literal, type) ? written : null;
    }

    private static string Range(FieldType type)
    {
        string unit = type.Accepts(ValueForm.Percent) ? "%" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{type.Minimum}{unit} to {type.Maximum}{unit}");
    }

    private static string LastWord(string name) => name[(name.LastIndexOf('.') + 1)..];

    private static string Shorten(string text) => text.Length <= 48 ? text : text[..47] + "…";
}
