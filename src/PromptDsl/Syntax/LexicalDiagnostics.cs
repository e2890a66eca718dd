using System.Collections.Immutable;
using System.Globalization;
using PromptDsl.Diagnostics;
using PromptDsl.Text;

namespace PromptDsl.Syntax;

/// <summary>Findings about characters and tokens: IMG0001 to IMG0029.</summary>
internal static class LexicalDiagnostics
{
    private static readonly DescriptorSet Codes = new();

    private static readonly DiagnosticDescriptor InvalidUtf8Code = Codes.Error("IMG0001", "invalid-utf8");
    private static readonly DiagnosticDescriptor NulCharacterCode = Codes.Error("IMG0002", "nul-character");
    private static readonly DiagnosticDescriptor DirectionControlCode = Codes.Error("IMG0003", "direction-control");
    private static readonly DiagnosticDescriptor DirectionOverrideCode = Codes.Warning(
        "IMG0004",
        "direction-override-in-string"
    );
    private static readonly DiagnosticDescriptor SourceTooLargeCode = Codes.Error("IMG0005", "source-too-large");
    private static readonly DiagnosticDescriptor UnterminatedStringCode = Codes.Error("IMG0010", "unterminated-string");
    private static readonly DiagnosticDescriptor UnterminatedRawStringCode = Codes.Error(
        "IMG0011",
        "unterminated-raw-string"
    );
    private static readonly DiagnosticDescriptor UnterminatedCommentCode = Codes.Error(
        "IMG0012",
        "unterminated-comment"
    );
    private static readonly DiagnosticDescriptor UnknownEscapeCode = Codes.Error("IMG0013", "unknown-escape");
    private static readonly DiagnosticDescriptor MalformedSlotCode = Codes.Error("IMG0014", "malformed-slot");
    private static readonly DiagnosticDescriptor RawStringLayoutCode = Codes.Error("IMG0015", "raw-string-layout");
    private static readonly DiagnosticDescriptor MalformedNumberCode = Codes.Error("IMG0016", "malformed-number");
    private static readonly DiagnosticDescriptor MalformedColorCode = Codes.Error("IMG0017", "malformed-color");
    private static readonly DiagnosticDescriptor IdentifierTooLongCode = Codes.Error("IMG0018", "identifier-too-long");

    public static ImmutableArray<DiagnosticDescriptor> Descriptors => Codes.All;

    /// <summary>Whether the finding is about how the file was saved; one is enough for a file.</summary>
    public static bool IsAboutEncoding(DiagnosticDescriptor descriptor) =>
        descriptor == InvalidUtf8Code || descriptor == NulCharacterCode;

    /// <summary>Whether the finding is about a token, and not about a character that no file should hold.</summary>
    public static bool IsAboutTokens(DiagnosticDescriptor descriptor) =>
        Codes.Contains(descriptor)
        && !IsAboutEncoding(descriptor)
        && descriptor != DirectionControlCode
        && descriptor != DirectionOverrideCode;

    public static Diagnostic Utf16(SourceSpan place) =>
        new(InvalidUtf8Code, "the file is saved as UTF-16", new DiagnosticLabel(place, "not UTF-8"))
        {
            Help = "Save the file as UTF-8. In most editors this is \"Save with encoding\".",
        };

    public static Diagnostic InvalidUtf8(SourceSpan place, char first) =>
        new(
            InvalidUtf8Code,
            SourceText.IsInvalidByte(first)
                ? $"the byte 0x{SourceText.InvalidByteValue(first):X2} is not part of UTF-8 text"
                : $"the surrogate U+{(int)first:X4} stands alone, which is not text",
            new DiagnosticLabel(place, "not text")
        )
        {
            Help = "Save the file as UTF-8. In most editors this is \"Save with encoding\".",
        };

    public static Diagnostic NulCharacter(SourceSpan place) =>
        new(NulCharacterCode, "the file holds a NUL character", new DiagnosticLabel(place, "NUL"))
        {
            Help = "Remove it. A file full of NUL characters was probably saved as UTF-16: save it as UTF-8.",
        };

    public static Diagnostic DirectionControl(SourceSpan place, char control) =>
        new(
            DirectionControlCode,
            $"the invisible character U+{(int)control:X4} changes the direction of writing outside a string",
            new DiagnosticLabel(place, "invisible here")
        )
        {
            Help = "Remove it: it makes code look different from what it does.",
            Fixes = [CodeFix.Safe("Remove the character", place.Span, "")],
        };

    public static Diagnostic DirectionOverride(SourceSpan place, char control) =>
        new(
            DirectionOverrideCode,
            $"the string holds U+{(int)control:X4}, which changes the direction of writing",
            new DiagnosticLabel(place, "invisible here")
        )
        {
            Help = "Remove it unless the copy needs it; right-to-left text is shown correctly without.",
            Fixes = [CodeFix.Unsafe("Remove the character", place.Span, "")],
        };

    public static Diagnostic SourceTooLarge(SourceSpan place) =>
        new(
            SourceTooLargeCode,
            string.Create(
                CultureInfo.InvariantCulture,
                $"the file is larger than {SourceText.MaxBytes:N0} bytes (4 MiB)"
            ),
            new DiagnosticLabel(place, "too large")
        )
        {
            Help = "Split the file and join the parts with `use`.",
        };

    public static Diagnostic UnterminatedString(SourceSpan place) =>
        new(
            UnterminatedStringCode,
            "the string does not end on its line",
            new DiagnosticLabel(place, "no closing quotation mark")
        )
        {
            Help = "Close it with \" on the same line. A text over several lines stands between \"\"\" and \"\"\".",
        };

    public static Diagnostic UnterminatedRawString(SourceSpan place, int quotes) =>
        new(
            UnterminatedRawStringCode,
            "the raw string that begins here never ends",
            new DiagnosticLabel(place, "opened here")
        )
        {
            Help = $"Close it with {new string('"', Math.Min(quotes, 16))} on a line of its own.",
        };

    public static Diagnostic UnterminatedComment(SourceSpan place) =>
        new(
            UnterminatedCommentCode,
            "the comment that begins here never ends",
            new DiagnosticLabel(place, "opened here")
        )
        {
            Help = "Close it with */.",
        };

    public static Diagnostic UnknownEscape(SourceSpan place, string escape, string? replacement)
    {
        string proposal = replacement ?? $"\\{escape}";
        return new(UnknownEscapeCode, $"`{escape}` is not an escape", new DiagnosticLabel(place, "unknown escape"))
        {
            Help =
                $"Write `{proposal}`. The escapes are \\\" \\\\ \\n \\t \\$ and \\u{{1F600}}; a raw string \"\"\"…\"\"\" needs none.",
            Fixes = [CodeFix.Safe($"Write {proposal}", place.Span, proposal)],
        };
    }

    public static Diagnostic MalformedSlot(SourceSpan place, string content, string? name)
    {
        CodeFix[] fixes = name is null
            ? [CodeFix.Unsafe("Write it as literal text", new TextSpan(place.Span.Start, 0), "\\")]
            : [CodeFix.Unsafe($"Write ${{{name}}}", place.Span, $"${{{name}}}")];
        return new(
            MalformedSlotCode,
            !place.Text.EndsWith('}') ? "the slot that begins with `${` is never closed"
                : content.Length == 0 ? "the slot `${}` names nothing"
                : $"`{content}` is not a name that a slot can hold",
            new DiagnosticLabel(place, "a slot holds one name")
        )
        {
            Help = "A slot is `${name}` or `${file.name}`. For a literal `${` write `\\${` (in a raw string `$${`).",
            Fixes = [.. fixes],
        };
    }

    public static Diagnostic RawStringLayout(SourceSpan place, string message, string label, string help) =>
        new(RawStringLayoutCode, message, new DiagnosticLabel(place, label)) { Help = help };

    public static Diagnostic MalformedNumber(SourceSpan place)
    {
        string text = place.Text;
        string plain = FullWidthForms.ToPlain(text);
        string size = plain.Replace('\u00D7', 'x').Replace('X', 'x').Replace('*', 'x');
        bool isSize = Values.ImageSize.TryParse(size, out _);
        string ratio = plain.Replace('\u2236', ':').Replace('/', ':');
        bool isRatio = ratio != text && Values.AspectRatio.TryParse(ratio, out _);
        string? replacement =
            isSize ? size
            : isRatio ? ratio
            : plain != text
            && decimal.TryParse(
                plain.AsSpan().TrimEnd('%'),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out _
            )
                ? plain
            : text.Length < 16 && text.StartsWith('.') && text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0
                ? "0" + text
            : null;

        // A slash may be a fraction as well.
        FixSafety safety = text.Contains('/') ? FixSafety.Unsafe : FixSafety.Safe;
        return new(
            MalformedNumberCode,
            $"`{Shorten(text)}` is not a number, percentage, ratio or size",
            new DiagnosticLabel(place, "not a value")
        )
        {
            Help = replacement is null
                ? "Numbers are written 12, 0.5, 60%, 16:9 or 1536x1024. Text stands in quotation marks: \""
                    + Shorten(text)
                    + "\"."
                : $"Write `{replacement}`.",
            Fixes = replacement is null
                ? [CodeFix.Unsafe("Put it in quotation marks", place.Span, $"\"{text}\"")]
                : [new CodeFix($"Write {replacement}", safety, [new TextEdit(place.Span, replacement)])],
        };
    }

    public static Diagnostic MalformedColor(SourceSpan place)
    {
        string plain = FullWidthForms.ToPlain(place.Text);
        bool isColor = Values.RgbColor.TryParse(plain, out _);
        return new(
            MalformedColorCode,
            $"`{Shorten(place.Text)}` is not a colour",
            new DiagnosticLabel(place, isColor ? "not plain characters" : "not 3, 6 or 8 hexadecimal digits")
        )
        {
            Help = isColor
                ? $"Write `{plain}`."
                : "A colour is #RGB, #RRGGBB or #RRGGBBAA, or words in quotation marks: \"brick red\".",
            Fixes = isColor ? [CodeFix.Safe($"Write {plain}", place.Span, plain)] : [],
        };
    }

    public static Diagnostic IdentifierTooLong(SourceSpan place) =>
        new(
            IdentifierTooLongCode,
            $"the name has {place.Span.Length} characters; a name has at most {Lexer.MaxIdentifierLength}",
            new DiagnosticLabel(place, "too long")
        )
        {
            Help = "Shorten the name. Text stands in quotation marks.",
        };

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..39] + "…";
}
