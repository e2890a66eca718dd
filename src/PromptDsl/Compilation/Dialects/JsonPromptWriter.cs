using System.Globalization;
using System.Text;
using PromptDsl.Compilation.Documents;
using PromptDsl.Text;

namespace PromptDsl.Compilation.Dialects;

/// <summary>Writes indented JSON that escapes nothing but what JSON requires, so that every script stays readable.</summary>
internal sealed class JsonPromptWriter
{
    private readonly PromptWriter _writer = new();
    private int _depth;
    private bool _isFirst = true;

    public void Open(char bracket, SourceSpan place)
    {
        _writer.Say(bracket.ToString(), place);
        _depth++;
        _isFirst = true;
    }

    public void Close(char bracket, SourceSpan place)
    {
        _depth--;
        if (!_isFirst)
        {
            _writer.Say(NewLine(), place);
        }

        _writer.Say(bracket.ToString(), place);
        _isFirst = false;
    }

    public void Key(string key, SourceSpan place)
    {
        Entry(place);
        _writer.Say($"\"{key}\": ", place);
    }

    public void Entry(SourceSpan place)
    {
        if (!_isFirst)
        {
            _writer.Say(",", place);
        }

        _writer.Say(NewLine(), place);
        _isFirst = false;
    }

    /// <summary>A number as a number, everything else as a string.</summary>
    public void Value(PromptPhrase phrase, SourceSpan place)
    {
        if (phrase.Pieces is [{ Kind: PieceKind.Number } number] && IsJsonNumber(number.Text))
        {
            _writer.Write(number);
            return;
        }

        _writer.Say("\"", place);
        foreach (PromptPiece piece in phrase.Pieces)
        {
            _writer.Write(piece with { Text = Escape(piece.Text) });
        }

        _writer.Say("\"", place);
    }

    public CompiledPrompt ToPrompt() => _writer.ToPrompt();

    private string NewLine() => string.Concat("\n", new string(' ', _depth * 2));

    private static bool IsJsonNumber(string text)
    {
        ReadOnlySpan<char> digits = text.AsSpan().TrimStart('-');
        return digits.Length > 0
            && text.Length - digits.Length <= 1
            && char.IsAsciiDigit(digits[0])
            && char.IsAsciiDigit(digits[^1])
            && (digits[0] != '0' || digits.Length == 1 || digits[1] == '.')
            && digits.IndexOfAnyExcept("0123456789.") < 0
            && digits.Count('.') <= 1;
    }

    private static string Escape(string text)
    {
        int first = 0;
        while (first < text.Length && !MustEscape(text[first]))
        {
            first++;
        }

        if (first == text.Length)
        {
            return text;
        }

        var result = new StringBuilder(text.Length + 8).Append(text, 0, first);
        foreach (char c in text.AsSpan(first))
        {
            _ = c switch
            {
                '"' => result.Append("\\\""),
                '\\' => result.Append("\\\\"),
                '\n' => result.Append("\\n"),
                '\t' => result.Append("\\t"),
                '\r' => result.Append("\\r"),
                _ when MustEscape(c) => result.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => result.Append(c),
            };
        }

        return result.ToString();
    }

    private static bool MustEscape(char c) => c is '"' or '\\' or < ' ';
}
