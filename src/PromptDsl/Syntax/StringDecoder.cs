using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PromptDsl.Diagnostics;
using PromptDsl.Text;

namespace PromptDsl.Syntax;

/// <summary>Turns the text of a string token into literal runs and slots.</summary>
internal ref struct StringDecoder
{
    private readonly SourceText _source;
    private readonly string _text;
    private readonly List<Diagnostic> _problems;
    private readonly ImmutableArray<StringPart>.Builder _parts = ImmutableArray.CreateBuilder<StringPart>();

    private StringDecoder(SourceText source, List<Diagnostic> problems)
    {
        _source = source;
        _text = source.Text;
        _problems = problems;
    }

    public static ImmutableArray<StringPart> Decode(SyntaxToken token, SourceText source, List<Diagnostic> problems)
    {
        if (token.Kind == TokenKind.String && !token.Has(TokenFlags.NeedsDecoding))
        {
            int end = token.Has(TokenFlags.Unterminated) ? token.End : token.End - 1;
            var span = TextSpan.FromBounds(token.Start + 1, end);
            return span.Length == 0 ? [] : [StringPart.Literal(span, source.ToString(span))];
        }

        var decoder = new StringDecoder(source, problems);
        if (token.Kind == TokenKind.RawString)
        {
            decoder.DecodeRaw(token);
        }
        else
        {
            decoder.DecodeQuoted(token);
        }

        return decoder._parts.ToImmutable();
    }

    private readonly void AddLiteral(int start, int end)
    {
        if (end > start)
        {
            _parts.Add(StringPart.Literal(TextSpan.FromBounds(start, end), _text[start..end]));
        }
    }

    // ---- "…"

    private readonly void DecodeQuoted(SyntaxToken token)
    {
        int end = token.Has(TokenFlags.Unterminated) ? token.End : token.End - 1;
        int run = token.Start + 1;
        int position = run;
        while (position < end)
        {
            char c = _text[position];
            int length =
                c == '\\' && position + 1 < end ? 2
                : c == '$' && position + 1 < end && _text[position + 1] == '{' ? 1
                : 0;
            if (length == 0)
            {
                position++;
                continue;
            }

            AddLiteral(run, position);
            position = c == '$' ? DecodeSlot(position, end) : DecodeEscape(position, end);
            run = position;
        }

        AddLiteral(run, end);
    }

    private readonly int DecodeEscape(int start, int end)
    {
        char c = _text[start + 1];
        string? value = c switch
        {
            '"' => "\"",
            '\\' => "\\",
            'n' => "\n",
            't' => "\t",
            '$' => "$",
            _ => null,
        };
        if (value is not null)
        {
            _parts.Add(StringPart.Literal(new TextSpan(start, 2), value));
            return start + 2;
        }

        return c is 'u' or 'U' or 'x'
            ? DecodeUnicodeEscape(start, end)
            : UnknownEscape(
                start,
                start + (char.IsHighSurrogate(c) && start + 2 < end ? 3 : 2),
                c == 'r' ? "\\n" : null
            );
    }

    private readonly int DecodeUnicodeEscape(int start, int end)
    {
        int position = start + 2;
        bool braced = position < end && _text[position] == '{';
        int digits = braced ? position + 1 : position;
        int stop = digits;
        while (stop < end && stop - digits < 8 && char.IsAsciiHexDigit(_text[stop]))
        {
            stop++;
        }

        bool closed = braced && stop < end && _text[stop] == '}';
        bool isScalar =
            int.TryParse(
                _text.AsSpan(digits, stop - digits),
                NumberStyles.HexNumber,
                CultureInfo.InvariantCulture,
                out int value
            )
            && Rune.IsValid(value)
            && value != 0;
        if (_text[start + 1] == 'u' && closed && isScalar)
        {
            _parts.Add(StringPart.Literal(TextSpan.FromBounds(start, stop + 1), new Rune(value).ToString()));
            return stop + 1;
        }

        string? replacement = isScalar ? string.Create(CultureInfo.InvariantCulture, $"\\u{{{value:X}}}") : null;
        return UnknownEscape(start, closed ? stop + 1 : Math.Max(stop, start + 2), replacement);
    }

    private readonly int UnknownEscape(int start, int end, string? replacement)
    {
        var span = TextSpan.FromBounds(start, end);
        string escape = _source.ToString(span);
        _problems.Add(LexicalDiagnostics.UnknownEscape(new SourceSpan(_source, span), escape, replacement));
        _parts.Add(StringPart.Literal(span, escape));
        return end;
    }

    // ---- slots

    private readonly int DecodeSlot(int start, int end)
    {
        int open = start + 2;
        int close = _text.AsSpan(open, end - open).IndexOfAny('}', '\n', '\r');
        bool closed = close >= 0 && _text[open + close] == '}';
        int stop = close < 0 ? end : open + close;
        string content = _text[open..stop];
        int after = closed ? stop + 1 : stop;
        var span = TextSpan.FromBounds(start, after);
        string[] words = content.Split('.');
        if (closed && words.All(w => Identifiers.IsIdentifier(w)))
        {
            _parts.Add(new StringPart(span, content, [.. words.Select(Identifiers.Normalize)]));
            return after;
        }

        string trimmed = content.Trim();
        string? name = trimmed.Split('.').All(w => Identifiers.IsIdentifier(w)) ? trimmed : null;
        _problems.Add(LexicalDiagnostics.MalformedSlot(new SourceSpan(_source, span), content, name));
        _parts.Add(StringPart.Literal(span, _source.ToString(span)));
        return after;
    }

    // ---- """…"""

    private readonly void DecodeRaw(SyntaxToken token)
    {
        int quotes = _text.AsSpan(token.Start, token.Length).IndexOfAnyExcept('"');
        quotes = quotes < 0 ? token.Length : quotes;
        int start = token.Start + quotes;
        int end = token.Has(TokenFlags.Unterminated) ? token.End : token.End - quotes;
        if (end <= start)
        {
            return;
        }

        if (_text.AsSpan(start, end - start).IndexOfAny('\n', '\r') < 0)
        {
            DecodeRawRun(start, end, lineBreak: false);
            return;
        }

        int first = LineEnd(start, end);
        if (!IsBlank(start, first))
        {
            Layout(
                TextSpan.FromBounds(start, first),
                "text stands on the line that opens a raw string",
                "belongs on the next line",
                "A raw string over several lines begins on the line after \"\"\"."
            );
        }

        int lastLine = LastLineStart(start, end);
        if (token.Has(TokenFlags.Unterminated))
        {
            lastLine = end;
        }
        else if (!IsBlank(lastLine, end))
        {
            Layout(
                TextSpan.FromBounds(lastLine, end),
                "text stands on the line that closes a raw string",
                "belongs on a line above",
                "A raw string over several lines ends with \"\"\" on a line of its own; its indentation is taken off every line."
            );
            DecodeLines(AfterLineBreak(first, end), end, "");
            return;
        }

        string indentation = _text[lastLine..end];
        DecodeLines(AfterLineBreak(first, end), lastLine, token.Has(TokenFlags.Unterminated) ? "" : indentation);
    }

    private readonly void DecodeLines(int start, int end, string indentation)
    {
        int line = start;
        while (line < end)
        {
            int stop = LineEnd(line, end);
            int next = AfterLineBreak(stop, end);
            bool isLast = next >= end;
            int content = line;
            if (_text.AsSpan(line, stop - line).StartsWith(indentation))
            {
                content = line + indentation.Length;
            }
            else if (IsBlank(line, stop))
            {
                content = stop;
            }
            else
            {
                Layout(
                    TextSpan.FromBounds(line, stop),
                    "a line of the raw string is indented less than its closing quotation marks",
                    "indented less",
                    "Indent the line at least as far as the closing \"\"\", with the same blanks or tabs."
                );
            }

            DecodeRawRun(content, stop, lineBreak: !isLast);
            line = next;
        }
    }

    private readonly void DecodeRawRun(int start, int end, bool lineBreak)
    {
        int run = start;
        int position = start;
        while (position < end)
        {
            if (_text[position] != '$' || position + 1 >= end)
            {
                position++;
            }
            else if (_text[position + 1] == '$' && position + 2 < end && _text[position + 2] == '{')
            {
                AddLiteral(run, position);
                _parts.Add(StringPart.Literal(new TextSpan(position, 3), "${"));
                run = position += 3;
            }
            else if (_text[position + 1] == '{')
            {
                AddLiteral(run, position);
                run = position = DecodeSlot(position, end);
            }
            else
            {
                position++;
            }
        }

        if (lineBreak)
        {
            _parts.Add(
                StringPart.Literal(TextSpan.FromBounds(run, end), string.Concat(_text.AsSpan(run, end - run), "\n"))
            );
        }
        else
        {
            AddLiteral(run, end);
        }
    }

    private readonly void Layout(TextSpan span, string message, string label, string help) =>
        _problems.Add(LexicalDiagnostics.RawStringLayout(new SourceSpan(_source, span), message, label, help));

    private readonly bool IsBlank(int start, int end) =>
        _text.AsSpan(start, end - start).IndexOfAnyExcept(' ', '\t') < 0;

    private readonly int LineEnd(int start, int end)
    {
        int offset = _text.AsSpan(start, end - start).IndexOfAny('\n', '\r');
        return offset < 0 ? end : start + offset;
    }

    private readonly int AfterLineBreak(int position, int end)
    {
        if (position >= end)
        {
            return end;
        }

        return _text[position] == '\r' && position + 1 < end && _text[position + 1] == '\n'
            ? position + 2
            : position + 1;
    }

    private readonly int LastLineStart(int start, int end)
    {
        int offset = _text.AsSpan(start, end - start).LastIndexOfAny('\n', '\r');
        return start + offset + 1;
    }
}
