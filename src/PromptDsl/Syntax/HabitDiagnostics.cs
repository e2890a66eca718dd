using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Text;

namespace PromptDsl.Syntax;

/// <summary>
/// Habits that people bring from YAML, JSON, HCL, CSS and word processors: IMG0050 to IMG0079. A
/// habit is explained once for a file, with one fix for all its places.
/// </summary>
internal static class HabitDiagnostics
{
    private static readonly DescriptorSet Codes = new();

    private static readonly DiagnosticDescriptor HashCommentCode = Codes.Error("IMG0050", "hash-comment");
    private static readonly DiagnosticDescriptor ForeignSpaceCode = Codes.Error("IMG0051", "foreign-space");
    private static readonly DiagnosticDescriptor ForeignQuotesCode = Codes.Error("IMG0052", "foreign-quotes");
    private static readonly DiagnosticDescriptor FullWidthCode = Codes.Error("IMG0053", "full-width-punctuation");
    private static readonly DiagnosticDescriptor SemicolonCode = Codes.Error("IMG0054", "semicolon");
    private static readonly DiagnosticDescriptor EqualsForColonCode = Codes.Error("IMG0055", "equals-for-colon");
    private static readonly DiagnosticDescriptor ColonBeforeBodyCode = Codes.Error("IMG0056", "colon-before-body");
    private static readonly DiagnosticDescriptor BraceOnNextLineCode = Codes.Error("IMG0057", "brace-on-next-line");
    private static readonly DiagnosticDescriptor YamlBlockCode = Codes.Error("IMG0058", "yaml-block");
    private static readonly DiagnosticDescriptor YamlListCode = Codes.Error("IMG0059", "yaml-list");
    private static readonly DiagnosticDescriptor YamlMarkerCode = Codes.Error("IMG0060", "yaml-document-marker");
    private static readonly DiagnosticDescriptor YamlTextCode = Codes.Error("IMG0061", "yaml-block-text");
    private static readonly DiagnosticDescriptor JsonCode = Codes.Error("IMG0062", "json-syntax");
    private static readonly DiagnosticDescriptor UnquotedTextCode = Codes.Error("IMG0063", "unquoted-text");
    private static readonly DiagnosticDescriptor ConflictMarkerCode = Codes.Error("IMG0064", "git-conflict");
    private static readonly DiagnosticDescriptor MissingCommaCode = Codes.Error("IMG0065", "missing-comma");
    private static readonly DiagnosticDescriptor ListWithoutBracketsCode = Codes.Error(
        "IMG0066",
        "list-without-brackets"
    );
    private static readonly DiagnosticDescriptor CommaAtTopLevelCode = Codes.Error("IMG0067", "comma-at-top-level");
    private static readonly DiagnosticDescriptor SlotOutsideStringCode = Codes.Error("IMG0068", "slot-outside-string");
    private static readonly DiagnosticDescriptor SectionHeaderCode = Codes.Error("IMG0069", "section-header");
    private static readonly DiagnosticDescriptor CodeFenceCode = Codes.Error("IMG0070", "code-fence");
    private static readonly DiagnosticDescriptor MarkupCode = Codes.Error("IMG0071", "markup");
    private static readonly DiagnosticDescriptor DeclarationCode = Codes.Error("IMG0072", "foreign-declaration");

    public static ImmutableArray<DiagnosticDescriptor> Descriptors => Codes.All;

    /// <summary>Whether the finding is the lexer's view of a word or a string, which may turn out to be prose.</summary>
    public static bool IsAboutWords(DiagnosticDescriptor descriptor) =>
        descriptor == HashCommentCode || descriptor == ForeignQuotesCode;

    public static Diagnostic HashComment(SourceSpan place) =>
        Habit(
            HashCommentCode,
            place,
            "`#` begins a colour, not a comment",
            "a comment begins with //",
            "Comments are written `// like this` or `/* like this */`.",
            "Write //",
            "//"
        );

    public static Diagnostic ForeignSpace(SourceSpan place, char c) =>
        Habit(
            ForeignSpaceCode,
            place,
            $"the character U+{(int)c:X4} {(IsInvisible(c) ? "is invisible" : "looks like a blank and is none")}",
            IsInvisible(c) ? "invisible here" : "not a blank",
            "Outside strings only blanks, tabs and line breaks separate words. Such a character often comes with text from a web page.",
            IsInvisible(c) ? "Remove it" : "Write a blank",
            IsInvisible(c) ? "" : " "
        );

    public static Diagnostic ForeignQuotes(SourceSpan place, char open, string content) =>
        Habit(
            ForeignQuotesCode,
            place,
            $"the text stands between {Describe(open)}",
            "not the quotation mark \"",
            "Strings stand between straight double quotation marks: \"like this\".",
            "Use straight double quotation marks",
            StringLiteral.Quote(content)
        );

    public static Diagnostic FullWidthPunctuation(SourceSpan place, char c)
    {
        string plain = c switch
        {
            '\uFF1A' or '\uA789' or '\u2236' => ":",
            '\uFF0C' or '\u3001' or '\u060C' => ",",
            '\uFF0E' => ".",
            '\uFF5B' => "{",
            '\uFF5D' => "}",
            '\uFF3B' or '\u3010' => "[",
            '\uFF3D' or '\u3011' => "]",
            '\uFF1D' => ":",
            _ => ";",
        };
        return Habit(
            FullWidthCode,
            place,
            $"`{c}` is not the plain `{plain}`",
            $"write {plain}",
            "Punctuation outside strings is plain ASCII; switch the input method to half width.",
            $"Write {plain}",
            plain
        );
    }

    public static Diagnostic Semicolon(SourceSpan place, string replacement) =>
        Habit(
            SemicolonCode,
            place,
            "a statement does not end with `;`",
            "not needed",
            "A statement ends with its line; on one line inside { } statements are separated by commas.",
            replacement switch
            {
                "" => "Remove ;",
                "," => "Write a comma",
                _ => "Start a new line",
            },
            replacement
        );

    public static Diagnostic EqualsForColon(SourceSpan place, bool isBlock) =>
        Habit(
            EqualsForColonCode,
            place,
            isBlock ? "`=` stands between a kind and its brace" : "`=` stands where a colon is expected",
            isBlock ? "remove this" : "write :",
            "A property is written `key: value`, a block `kind { … }`. Only a parameter has `=`: `param name: text = \"value\"`.",
            "Replace =",
            isBlock ? "" : ":"
        );

    public static Diagnostic SectionHeader(SourceSpan place) =>
        new(
            SectionHeaderCode,
            "a word in brackets begins a section in TOML and INI",
            new DiagnosticLabel(place, "not a block here")
        )
        {
            Help = "A block has a kind and braces: `style { medium: \"gouache\" }`.",
        };

    public static Diagnostic CodeFence(SourceSpan place) =>
        Habit(
            CodeFenceCode,
            place,
            "``` fences code in Markdown",
            "not needed",
            "An .imgp file holds its statements and nothing around them.",
            "Remove it",
            ""
        );

    public static Diagnostic Markup(SourceSpan place) =>
        new(MarkupCode, "`<` begins a tag of HTML or XML", new DiagnosticLabel(place, "not a statement"))
        {
            Help = "A block is written `subject { … }`, a property `subject: \"a red fox\"`, a comment `// …`.",
        };

    public static Diagnostic Declaration(SourceSpan keyword, int name, TextSpan equalsSign, bool isBlock) =>
        new(
            DeclarationCode,
            $"`{keyword.Text}` begins a declaration of another language",
            new DiagnosticLabel(keyword, "not needed")
        )
        {
            Help =
                "A property is written `key: value`, a block `kind { … }`, a parameter `param name: text = \"value\"`.",
            Fixes =
            [
                new CodeFix(
                    "Write it as a statement",
                    FixSafety.Safe,
                    [
                        new TextEdit(TextSpan.FromBounds(keyword.Span.Start, name), ""),
                        new TextEdit(equalsSign, isBlock ? "" : ":"),
                    ]
                ),
            ],
        };

    public static Diagnostic ColonBeforeBody(SourceSpan place, string kind) =>
        Habit(
            ColonBeforeBodyCode,
            place,
            "a block has no colon before its brace",
            "remove this",
            $"A block is written `{kind} {{ … }}`, a property `key: value`.",
            "Remove it",
            ""
        );

    public static Diagnostic ColonAfterName(SourceSpan place, string kind) =>
        Habit(
            ColonBeforeBodyCode,
            place,
            "a block has no colon after its name",
            "remove this",
            $"A block is written `{kind} name \"value\" {{ … }}`, a property `key: value`.",
            "Remove it",
            ""
        );

    public static Diagnostic BraceOnNextLine(SourceSpan place, TextSpan gap, bool gapIsBlank) =>
        new(
            BraceOnNextLineCode,
            "the opening brace stands on a line of its own",
            new DiagnosticLabel(place, "belongs to the line above")
        )
        {
            Help = "A statement ends at the end of its line, so `{` follows on the same line: `style {`.",
            Fixes = gapIsBlank ? [CodeFix.Safe("Join the lines", gap, " ")] : [],
        };

    public static Diagnostic YamlBlock(SourceSpan place, string key) =>
        new(
            YamlBlockCode,
            $"the indented lines below `{key}:` are meant as its content",
            new DiagnosticLabel(place, "braces, not indentation")
        )
        {
            Help = $"A block is written with braces: `{key} {{`, the lines, and `}}`. Indentation has no meaning.",
        };

    public static Diagnostic YamlList(SourceSpan place) =>
        new(
            YamlListCode,
            $"a line that begins with `{place.Text}` is an item of a list in YAML and Markdown",
            new DiagnosticLabel(place, "not a list here")
        )
        {
            Help =
                "Lists stand in brackets: `negatives: [\"people\", \"boats\"]`. Things in the picture are blocks: `object lamp \"a brass lamp\"`.",
        };

    public static Diagnostic YamlMarker(SourceSpan place) =>
        Habit(
            YamlMarkerCode,
            place,
            $"`{place.Text}` marks a YAML document",
            "not needed",
            "An .imgp file has no front matter and holds one document; `title: \"…\"` and the like are ordinary properties.",
            "Remove it",
            ""
        );

    public static Diagnostic YamlText(SourceSpan place) =>
        new(
            YamlTextCode,
            $"`{place.Text}` begins a text over several lines in YAML",
            new DiagnosticLabel(place, "write \"\"\"")
        )
        {
            Help = "A text over several lines stands between \"\"\" and \"\"\", each on a line of its own.",
        };

    public static Diagnostic JsonObject(SourceSpan place) =>
        new(JsonCode, "the file is written as JSON", new DiagnosticLabel(place, "no braces around a file"))
        {
            Help =
                "Statements stand on lines of their own, without braces around the file and without quotation marks around keys: `subject: \"a red fox\"`.",
        };

    public static Diagnostic JsonObjectInList(SourceSpan place) =>
        new(JsonCode, "an object stands in a list, as in JSON", new DiagnosticLabel(place, "a list holds values"))
        {
            Help =
                "What has fields of its own is a block, on a line of its own: `object cabin \"a weathered cabin\" { at: left }`.",
        };

    public static Diagnostic JsonKey(SourceSpan place, string key) =>
        Habit(
            JsonCode,
            place,
            "a key stands in quotation marks, as in JSON",
            $"write {key}",
            "Keys are bare words: `subject: \"a red fox\"`.",
            "Remove the quotation marks",
            key
        );

    public static Diagnostic UnquotedText(SourceSpan place, string text) =>
        Habit(
            UnquotedTextCode,
            place,
            "text stands without quotation marks",
            "this is text",
            "Text stands in quotation marks: `subject: \"a red fox in snow\"`. A word or a name has no blanks: `top-left`.",
            "Put it in quotation marks",
            StringLiteral.Quote(text),
            FixSafety.Unsafe
        );

    /// <summary>A line of prose at the top of a file.</summary>
    public static Diagnostic UnquotedLine(SourceSpan place) =>
        new(UnquotedTextCode, "a line of text stands without a key", new DiagnosticLabel(place, "this is text"))
        {
            Help =
                "Say what it is, and put it in quotation marks: `subject: \"a red fox in snow\"`. A prompt that is sent as it is: `prompt: \"…\"`.",
        };

    public static Diagnostic ConflictMarker(SourceSpan place) =>
        new(ConflictMarkerCode, "git left a merge conflict in the file", new DiagnosticLabel(place, "conflict"))
        {
            Help =
                "Keep one side of the conflict (or join both) and remove the lines with <<<<<<<, ======= and >>>>>>>.",
        };

    public static Diagnostic MissingComma(SourceSpan place, TextSpan insertAt, bool inList) =>
        new(
            MissingCommaCode,
            inList
                ? "two items of the list have no comma between them"
                : "two statements on one line have no comma between them",
            new DiagnosticLabel(place, "a comma is missing before this")
        )
        {
            Help = inList
                ? "Items of a list are separated by commas: `[\"people\", \"boats\"]`."
                : "Inside { } statements on one line are separated by commas; elsewhere each has a line of its own.",
            Fixes = [CodeFix.Safe("Insert a comma", insertAt, ",")],
        };

    public static Diagnostic TwoStatementsOnALine(SourceSpan place, TextSpan gap) =>
        new(
            MissingCommaCode,
            "two statements stand on one line",
            new DiagnosticLabel(place, "begins a second statement")
        )
        {
            Help = "At the top of a file each statement has a line of its own.",
            Fixes = [CodeFix.Safe("Start a new line", gap, "\n")],
        };

    public static Diagnostic ListWithoutBrackets(SourceSpan place, int open, int? close, FixSafety safety) =>
        new(ListWithoutBracketsCode, "several values stand without brackets", new DiagnosticLabel(place, "a list"))
        {
            Help = "Several values form a list in brackets: `negatives: [\"people\", \"boats\"]`.",
            Fixes =
            [
                new CodeFix(
                    "Put the values in brackets",
                    safety,
                    close is { } end
                        ? [new TextEdit(new TextSpan(open, 0), "["), new TextEdit(new TextSpan(end, 0), "]")]
                        : [new TextEdit(new TextSpan(open, 0), "[")]
                ),
            ],
        };

    public static Diagnostic CommaAtTopLevel(SourceSpan place, bool lineEndsHere) =>
        Habit(
            CommaAtTopLevelCode,
            place,
            "a comma ends a statement at the top of the file",
            "not needed",
            "At the top of a file each statement has a line of its own, without a comma. Several values stand in brackets.",
            lineEndsHere ? "Remove the comma" : "Start a new line",
            lineEndsHere ? "" : "\n"
        );

    public static Diagnostic SlotOutsideString(SourceSpan place, string? name) =>
        new(
            SlotOutsideStringCode,
            "a slot `${…}` stands outside a string",
            new DiagnosticLabel(place, name is null ? "only in a string" : $"write {name}")
        )
        {
            Help =
                "Outside a string a name stands alone: `font: body-font`. Inside a string it is a slot: `\"${season} light\"`.",
            Fixes = name is null ? [] : [CodeFix.Safe("Write the name alone", place.Span, name)],
        };

    /// <summary>Whether the findings of a code are joined into one for a file.</summary>
    public static bool IsHabit(DiagnosticDescriptor descriptor) => Codes.Contains(descriptor);

    private static Diagnostic Habit(
        DiagnosticDescriptor code,
        SourceSpan place,
        string message,
        string label,
        string help,
        string fixTitle,
        string replacement,
        FixSafety safety = FixSafety.Safe
    ) =>
        new(code, message, new DiagnosticLabel(place, label))
        {
            Help = help,
            Fixes = [new CodeFix(fixTitle, safety, [new TextEdit(place.Span, replacement)])],
        };

    private static bool IsInvisible(char c) => c is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF';

    private static string Describe(char open) =>
        open switch
        {
            '\'' => "single quotation marks",
            '`' => "backquotes",
            '\u300C' or '\u300E' => "corner brackets",
            '\u00AB' or '\u00BB' => "angle quotation marks",
            _ => "curly quotation marks",
        };
}
