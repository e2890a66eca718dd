using System.Buffers;
using System.Text;
using PromptDsl.Diagnostics;
using PromptDsl.Text;

namespace PromptDsl.Syntax;

/// <summary>
/// Cuts a text into tokens. Never fails: what begins no token becomes <see cref="TokenKind.Bad"/>,
/// and the tokens with their trivia cover the text without a gap.
/// </summary>
internal ref struct Lexer
{
    /// <summary>The longest identifier, in UTF-16 code units.</summary>
    public const int MaxIdentifierLength = 128;

    private static readonly SearchValues<char> StringStops = SearchValues.Create("\"\\$\n\r");
    private static readonly SearchValues<char> LineBreaks = SearchValues.Create("\n\r");
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>How many places of a sort are reported; a file of another encoding has thousands.</summary>
    private const int MaxReportedCharacters = 32;

    private readonly SourceText _source;
    private readonly string _text;
    private readonly List<Diagnostic> _problems;
    private SyntaxToken[] _tokens;
    private int _count;
    private int _position;

    /// <summary>Whether the last string without an end still waits for its closing quote.</summary>
    private bool _isStringOpen;

    /// <summary>Up to where no closing quote of a sort comes.</summary>
    private Dictionary<string, int>? _unclosed;

    private Lexer(SourceText source, List<Diagnostic> problems)
    {
        _source = source;
        _text = source.Text;
        _problems = problems;
        _tokens = new SyntaxToken[(_text.Length / 5) + 8];
    }

    /// <summary>The tokens of the text; the last one is <see cref="TokenKind.EndOfFile"/>.</summary>
    public static ArraySegment<SyntaxToken> Tokenize(SourceText source, List<Diagnostic> problems)
    {
        var lexer = new Lexer(source, problems);
        lexer.ReportSuspects();
        while (lexer.Next()) { }
        return new ArraySegment<SyntaxToken>(lexer._tokens, 0, lexer._count);
    }

    private bool Next()
    {
        int leading = _position;
        TokenFlags flags = SkipTrivia();
        int start = _position;
        if (start > leading)
        {
            flags |= TokenFlags.AfterTrivia;
        }

        if (start >= _text.Length)
        {
            Add(new SyntaxToken(TokenKind.EndOfFile, leading, start, 0, flags | TokenFlags.OnNewLine));
            return false;
        }

        char c = _text[start];
        TokenKind kind = CharacterClasses.IsIdentifierStart(c) ? ScanIdentifier(start) : Scan(start, c, ref flags);
        Add(new SyntaxToken(kind, leading, start, _position - start, flags));
        return true;
    }

    private void Add(SyntaxToken token)
    {
        if (_count == _tokens.Length)
        {
            Array.Resize(ref _tokens, _tokens.Length * 2);
        }

        _tokens[_count++] = token;
    }

    private TokenKind Scan(int start, char c, ref TokenFlags flags)
    {
        switch (c)
        {
            case '"':
                return ScanString(start, ref flags);
            case ':':
                return One(TokenKind.Colon);
            case ',':
                return One(TokenKind.Comma);
            case '{':
                return One(TokenKind.OpenBrace);
            case '}':
                return One(TokenKind.CloseBrace);
            case '[':
                return One(TokenKind.OpenBracket);
            case ']':
                return One(TokenKind.CloseBracket);
            case '.' when !char.IsAsciiDigit(Peek(1)):
                return One(TokenKind.Dot);
            case ';':
                return One(TokenKind.Semicolon);
            case '#':
                return ScanColor(start, ref flags);
            case '<' or '>' or '|' or '=' when IsConflictMarker(start):
                _position = EndOfLine(start);
                return TokenKind.ConflictMarker;
            case '=':
                return One(TokenKind.EqualsSign);
            case '`' when Peek(1) == '`' && Peek(2) == '`' && (flags & TokenFlags.OnNewLine) != TokenFlags.None:
                return ScanCodeFence(start, ref flags);
            case '\'' or '`':
                return ScanForeignString(start, c, ref flags);
        }

        if (char.IsAsciiDigit(c) || (c is '-' or '.' && char.IsAsciiDigit(Peek(1))))
        {
            return ScanNumber(start, ref flags);
        }

        return ScanForeign(start, c, ref flags);
    }

    private TokenKind One(TokenKind kind)
    {
        _position++;
        return kind;
    }

    private readonly char Peek(int offset) => _position + offset < _text.Length ? _text[_position + offset] : '\0';

    // ---- trivia

    private TokenFlags SkipTrivia()
    {
        string text = _text;
        int position = _position;
        TokenFlags flags = position == 0 ? TokenFlags.OnNewLine : TokenFlags.None;
        while ((uint)position < (uint)text.Length)
        {
            char c = text[position];
            if (c == ' ')
            {
                position++;
                continue;
            }

            if (CharacterClasses.BeginsToken(c))
            {
                _position = position;
                return flags;
            }

            if (c is '\n' or '\r' or '\t')
            {
                flags |= c == '\t' ? TokenFlags.None : TokenFlags.OnNewLine;
                position++;
                continue;
            }

            _position = position;
            if (!SkipRareTrivia(c, ref flags))
            {
                return flags;
            }

            position = _position;
        }

        _position = position;
        return flags;
    }

    /// <summary>Comments, and characters that are no blanks and separate words all the same.</summary>
    private bool SkipRareTrivia(char c, ref TokenFlags flags)
    {
        if (c == '/' && Peek(1) == '/')
        {
            _position = EndOfLine(_position);
            return true;
        }

        if (c == '/' && Peek(1) == '*')
        {
            flags |= SkipBlockComment();
            return true;
        }

        if (c == '#' && IsForeignComment(flags))
        {
            SkipForeignComment();
            return true;
        }

        if (c == '\uFEFF' && _position == 0)
        {
            _position++;
            return true;
        }

        return c is > '~' or < ' ' && SkipForeignSpace(c);
    }

    private TokenFlags SkipBlockComment()
    {
        int start = _position;
        int close = _text.IndexOf("*/", start + 2, StringComparison.Ordinal);
        _position = close < 0 ? _text.Length : close + 2;
        if (close < 0)
        {
            _problems.Add(LexicalDiagnostics.UnterminatedComment(At(start, 2)));
        }

        return _text.AsSpan(start, _position - start).IndexOfAny(LineBreaks) >= 0
            ? TokenFlags.OnNewLine
            : TokenFlags.None;
    }

    private readonly bool IsForeignComment(TokenFlags flags) =>
        Peek(1) is ' ' or '\t' or '#' or '!' or '\n' or '\r' or '\0'
        || ((flags & TokenFlags.OnNewLine) != TokenFlags.None && !HexDigits.Contains(Peek(1)));

    private void SkipForeignComment()
    {
        int start = _position;
        _position = EndOfLine(start);
        _problems.Add(HabitDiagnostics.HashComment(At(start, 1)));
    }

    /// <summary>White space other than a blank, a tab and a line break: reported, and read as a blank.</summary>
    private bool SkipForeignSpace(char c)
    {
        if (DirectionControls.IsOne(c))
        {
            // Reported with those in comments, by DirectionControls.
            _position++;
            return true;
        }

        bool invisible = c is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF';
        if (!invisible && !char.IsWhiteSpace(c))
        {
            return false;
        }

        _problems.Add(HabitDiagnostics.ForeignSpace(At(_position, 1), c));
        _position++;
        return true;
    }

    private readonly int EndOfLine(int from)
    {
        int offset = _text.AsSpan(from).IndexOfAny(LineBreaks);
        return offset < 0 ? _text.Length : from + offset;
    }

    private readonly bool IsConflictMarker(int start)
    {
        if (start > 0 && _text[start - 1] is not ('\n' or '\r'))
        {
            return false;
        }

        ReadOnlySpan<char> rest = _text.AsSpan(start);
        return rest.Length >= 7
            && rest[..7].IndexOfAnyExcept(rest[0]) < 0
            && (rest.Length == 7 || rest[7] is ' ' or '\n' or '\r');
    }

    // ---- identifiers

    private TokenKind ScanIdentifier(int start)
    {
        string text = _text;
        int end = start + 1;
        while (true)
        {
            while ((uint)end < (uint)text.Length && CharacterClasses.IsIdentifierPart(text[end]))
            {
                end++;
            }

            int length = end < text.Length && text[end] > 127 ? LetterLength(end, first: false) : 0;
            if (length == 0)
            {
                break;
            }

            end += length;
        }

        _position = end;
        if (end - start > MaxIdentifierLength)
        {
            _problems.Add(LexicalDiagnostics.IdentifierTooLong(At(start, end - start)));
        }

        return TokenKind.Identifier;
    }

    /// <summary>The code units of a Unicode letter at a position, or 0; marks and digits follow a letter.</summary>
    private readonly int LetterLength(int position, bool first)
    {
        if (Rune.DecodeFromUtf16(_text.AsSpan(position), out Rune rune, out int length) != OperationStatus.Done)
        {
            return 0;
        }

        bool isPart = first ? Identifiers.IsStart(rune) : Identifiers.IsPart(rune);
        return isPart ? length : 0;
    }

    // ---- strings

    private TokenKind ScanString(int start, ref TokenFlags flags)
    {
        if (Peek(1) == '"' && Peek(2) == '"')
        {
            return ScanRawString(start, ref flags);
        }

        int position = start + 1;
        while (true)
        {
            int offset = _text.AsSpan(position).IndexOfAny(StringStops);
            if (offset < 0)
            {
                position = _text.Length;
                break;
            }

            position += offset;
            char c = _text[position];
            if (c == '"')
            {
                _position = position + 1;
                return TokenKind.String;
            }

            if (c is '\n' or '\r')
            {
                break;
            }

            flags |= TokenFlags.NeedsDecoding;
            bool escapesNext = c == '\\' && position + 1 < _text.Length && _text[position + 1] is not ('\n' or '\r');
            position += escapesNext ? 2 : 1;
        }

        _position = position;
        flags |= TokenFlags.Unterminated | TokenFlags.Reported;

        // A quote at the end of a line closes the string that did not end on an earlier one.
        bool closesEarlier = _isStringOpen && position == start + 1;
        _isStringOpen = !closesEarlier;
        if (!closesEarlier)
        {
            _problems.Add(LexicalDiagnostics.UnterminatedString(At(start, position - start)));
        }

        return TokenKind.String;
    }

    private TokenKind ScanRawString(int start, ref TokenFlags flags)
    {
        ReadOnlySpan<char> rest = _text.AsSpan(start);
        int quotes = rest.IndexOfAnyExcept('"');
        quotes = quotes < 0 ? rest.Length : quotes;
        flags |= TokenFlags.NeedsDecoding;

        // As in C#: the string ends at the first run of quotes that is as long as the opening one.
        int position = start + quotes;
        while (position < _text.Length)
        {
            int offset = _text.AsSpan(position).IndexOf('"');
            if (offset < 0)
            {
                break;
            }

            position += offset;
            int run = _text.AsSpan(position).IndexOfAnyExcept('"');
            run = run < 0 ? _text.Length - position : run;
            if (run >= quotes)
            {
                if (OpenAnotherString(start, position))
                {
                    // These quotes open the string of a later statement.
                    break;
                }

                _position = position + quotes;
                return TokenKind.RawString;
            }

            position += run;
        }

        _position = RawStringRecovery.FindEnd(_source, start, _text.Length) ?? _text.Length;
        flags |= TokenFlags.Unterminated | TokenFlags.Reported;
        _problems.Add(LexicalDiagnostics.UnterminatedRawString(At(start, quotes), quotes));
        return TokenKind.RawString;
    }

    /// <summary>
    /// Whether the quotes at a position close no raw string over several lines, since text stands before
    /// them on their line, and a statement begins between the opening ones and them.
    /// </summary>
    private readonly bool OpenAnotherString(int open, int quotes)
    {
        int lineStart = _text.AsSpan(0, quotes).LastIndexOfAny(LineBreaks) + 1;
        return lineStart > open
            && _text.AsSpan(lineStart, quotes - lineStart).IndexOfAnyExcept(' ', '\t') >= 0
            && RawStringRecovery.FindEnd(_source, open, quotes) is not null;
    }

    /// <summary>A string in quotes that the language does not have; without a closing one it is a stray character.</summary>
    private TokenKind ScanForeignString(int start, char open, ref TokenFlags flags)
    {
        string closers = open switch
        {
            '\'' => "'",
            '`' => "`",
            '\u2018' or '\u2019' or '\u201A' or '\u201B' => "\u2018\u2019'",
            '\u300C' => "\u300D",
            '\u300E' => "\u300F",
            '\u00AB' or '\u00BB' => "\u00AB\u00BB",
            _ => "\u201C\u201D\u201E\u201F\uFF02",
        };
        int close = FindCloser(start + 1, closers);
        if (close < 0 && closers[0] == '\u201C')
        {
            close = FindCloser(start + 1, "\"");
        }

        while (IsApostrophe(close))
        {
            int next = FindCloser(close + 1, closers);
            if (next < 0)
            {
                break;
            }

            close = next;
        }

        if (close < 0)
        {
            _position = start + 1;
            return TokenKind.Bad;
        }

        _position = close + 1;
        flags |= TokenFlags.Foreign;
        string content = _text[(start + 1)..(_position - 1)];
        _problems.Add(HabitDiagnostics.ForeignQuotes(At(start, _position - start), open, content));
        return TokenKind.String;
    }

    /// <summary>Whether a single quote stands between two letters, as in <c>it's</c>.</summary>
    private readonly bool IsApostrophe(int position) =>
        position > 0
        && position + 1 < _text.Length
        && _text[position] is '\'' or '\u2019'
        && char.IsLetter(_text[position - 1])
        && char.IsLetter(_text[position + 1]);

    /// <summary><c>```imgp</c>, which a chat or a Markdown file leaves around a text.</summary>
    private TokenKind ScanCodeFence(int start, ref TokenFlags flags)
    {
        _position = EndOfLine(start);
        flags |= TokenFlags.Reported;
        _problems.Add(HabitDiagnostics.CodeFence(At(start, _position - start)));
        return TokenKind.Bad;
    }

    /// <summary>The next closing quote on the line, or -1.</summary>
    private int FindCloser(int from, string closers)
    {
        // A line full of opening quotes is searched once for each sort of them.
        _unclosed ??= new(StringComparer.Ordinal);
        if (_unclosed.TryGetValue(closers, out int end) && from <= end)
        {
            return -1;
        }

        int offset = _text.AsSpan(from).IndexOfAny($"{closers}\n\r");
        int position = offset < 0 ? _text.Length : from + offset;
        if (offset >= 0 && !LineBreaks.Contains(_text[position]))
        {
            return position;
        }

        _unclosed[closers] = position;
        return -1;
    }

    // ---- numbers and colours

    private TokenKind ScanNumber(int start, ref TokenFlags flags)
    {
        int position = start + (_text[start] == '-' ? 1 : 0);
        position = SkipDigits(position);
        if (position < _text.Length && _text[position] == '.' && IsDigitAt(position + 1))
        {
            position = SkipDigits(position + 1);
        }

        TokenKind kind = TokenKind.Number;
        if (position < _text.Length)
        {
            char c = _text[position];
            if (c == '%')
            {
                kind = TokenKind.Percent;
                position++;
            }
            else if (c is 'x' or ':' && IsDigitAt(position + 1))
            {
                kind = c == 'x' ? TokenKind.Size : TokenKind.Ratio;
                position = SkipDigits(position + 1);
                if (
                    kind == TokenKind.Ratio
                    && position < _text.Length
                    && _text[position] == '.'
                    && IsDigitAt(position + 1)
                )
                {
                    position = SkipDigits(position + 1);
                }
            }
        }

        int end = EndOfWord(position);
        _position = end;
        var text = _text.AsSpan(start, end - start);
        if (end > position || text[0] == '.' || !IsValid(kind, text))
        {
            flags |= TokenFlags.Reported;
            _problems.Add(LexicalDiagnostics.MalformedNumber(At(start, end - start)));
        }

        return kind;
    }

    private static bool IsValid(TokenKind kind, ReadOnlySpan<char> text) =>
        kind switch
        {
            TokenKind.Size => Values.ImageSize.TryParse(text, out _),
            TokenKind.Ratio => Values.AspectRatio.TryParse(text, out _),
            TokenKind.Percent => text.Length <= 16,
            _ => text.Length <= 16,
        };

    private readonly bool IsDigitAt(int position) =>
        position < _text.Length && (char.IsAsciiDigit(_text[position]) || FullWidthForms.IsDigit(_text[position]));

    private readonly int SkipDigits(int position)
    {
        while (position < _text.Length && char.IsAsciiDigit(_text[position]))
        {
            position++;
        }

        return position;
    }

    /// <summary>The end of what a reader would take for one word with the number: <c>3D</c>, <c>1024×1024</c>, <c>16/9</c>.</summary>
    private readonly int EndOfWord(int position)
    {
        while (position < _text.Length)
        {
            char c = _text[position];
            bool partOfWord =
                char.IsAsciiLetterOrDigit(c)
                || c is '_' or '%' or '\u00D7' or '\u2236'
                || c == '\uFF05'
                || FullWidthForms.IsDigit(c)
                || (c is '*' or '/' or '\uFF0E' or '\uFF1A' && IsDigitAt(position + 1))
                || (c is '.' or '-' && position + 1 < _text.Length && char.IsAsciiLetterOrDigit(_text[position + 1]))
                || (c > 127 && LetterLength(position, first: true) > 0);
            if (!partOfWord)
            {
                break;
            }

            position += c > 127 ? Math.Max(1, LetterLength(position, first: true)) : 1;
        }

        return position;
    }

    private TokenKind ScanColor(int start, ref TokenFlags flags)
    {
        ReadOnlySpan<char> rest = _text.AsSpan(start + 1);
        int digits = rest.IndexOfAnyExcept(HexDigits);
        digits = digits < 0 ? rest.Length : digits;
        _position = EndOfWord(start + 1 + digits);
        if (digits is not (3 or 6 or 8) || _position > start + 1 + digits || _text[start] != '#')
        {
            flags |= TokenFlags.Reported;
            _problems.Add(LexicalDiagnostics.MalformedColor(At(start, _position - start)));
        }

        return TokenKind.Color;
    }

    // ---- everything else

    private TokenKind ScanForeign(int start, char c, ref TokenFlags flags)
    {
        if (c > 127)
        {
            if (LetterLength(start, first: true) > 0)
            {
                return ScanUnicodeIdentifier(start);
            }

            if (IsForeignQuote(c))
            {
                return ScanForeignString(start, c, ref flags);
            }

            if (FullWidthForms.IsDigit(c))
            {
                return ScanNumber(start, ref flags);
            }

            if (c == '\uFF03')
            {
                return ScanColor(start, ref flags);
            }

            TokenKind? fullWidth = FullWidth(c);
            if (fullWidth is { } kind)
            {
                flags |= TokenFlags.Foreign;
                _problems.Add(HabitDiagnostics.FullWidthPunctuation(At(start, 1), c));
                return One(kind);
            }
        }

        bool isReported = c == '\0' || (char.IsSurrogate(c) && !Rune.TryGetRuneAt(_text, start, out _));
        flags |= isReported ? TokenFlags.Reported : TokenFlags.None;
        _position = EndOfBad(start);
        return TokenKind.Bad;
    }

    private TokenKind ScanUnicodeIdentifier(int start)
    {
        // The loop of ScanIdentifier begins after the first code unit; a letter may have two.
        int length = LetterLength(start, first: true);
        TokenKind kind = ScanIdentifier(start + length - 1);
        if (_position - start > MaxIdentifierLength && _position - start - length + 1 <= MaxIdentifierLength)
        {
            _problems.Add(LexicalDiagnostics.IdentifierTooLong(At(start, _position - start)));
        }

        return kind;
    }

    private static bool IsForeignQuote(char c) =>
        c
            is '\u201C'
                or '\u201D'
                or '\u201E'
                or '\u201F'
                or '\uFF02'
                or '\u2018'
                or '\u2019'
                or '\u201A'
                or '\u201B'
                or '\u300C'
                or '\u300E'
                or '\u00AB'
                or '\u00BB';

    private static TokenKind? FullWidth(char c) =>
        c switch
        {
            '\uFF1A' or '\uA789' or '\u2236' => TokenKind.Colon,
            '\uFF0C' or '\u3001' or '\u060C' => TokenKind.Comma,
            '\uFF0E' => TokenKind.Dot,
            '\uFF5B' => TokenKind.OpenBrace,
            '\uFF5D' => TokenKind.CloseBrace,
            '\uFF3B' or '\u3010' => TokenKind.OpenBracket,
            '\uFF3D' or '\u3011' => TokenKind.CloseBracket,
            '\uFF1D' => TokenKind.EqualsSign,
            '\uFF1B' => TokenKind.Semicolon,
            _ => null,
        };

    /// <summary>Stray characters that touch each other are one mistake.</summary>
    private readonly int EndOfBad(int start)
    {
        int end = start + 1;
        while (
            end < _text.Length
            && _text[end] is var c
            && !char.IsWhiteSpace(c)
            && !char.IsAsciiLetterOrDigit(c)
            && c is not ('"' or '\'' or '{' or '}' or '[' or ']' or ':' or ',' or '#' or '_' or '/' or ';' or '=')
            && (
                c < 128
                || (char.IsLowSurrogate(c) && !SourceText.IsInvalidByte(c))
                || LetterLength(end, first: true) == 0
            )
            && FullWidth(c) is null
            && !IsForeignQuote(c)
        )
        {
            end++;
        }

        return end;
    }

    // ---- characters that no file should hold

    private readonly void ReportSuspects()
    {
        ReportLoneSurrogates();
        ReportNuls();
    }

    /// <summary>Surrogates without their other half; most stand for bytes that are not UTF-8.</summary>
    private readonly void ReportLoneSurrogates()
    {
        ReadOnlySpan<char> text = _text;
        int position = 0;
        int reported = 0;
        while (reported < MaxReportedCharacters)
        {
            int offset = text[position..].IndexOfAnyInRange('\uD800', '\uDFFF');
            if (offset < 0)
            {
                return;
            }

            position += offset;
            if (
                char.IsHighSurrogate(text[position])
                && position + 1 < text.Length
                && char.IsLowSurrogate(text[position + 1])
            )
            {
                position += 2;
                continue;
            }

            int end = position + 1;
            while (end < text.Length && SourceText.IsInvalidByte(text[end]))
            {
                end++;
            }

            _problems.Add(LexicalDiagnostics.InvalidUtf8(At(position, end - position), text[position]));
            position = end;
            reported++;
        }
    }

    private readonly void ReportNuls()
    {
        ReadOnlySpan<char> text = _text;
        int position = 0;
        for (int reported = 0; reported < MaxReportedCharacters; reported++)
        {
            int offset = text[position..].IndexOf('\0');
            if (offset < 0)
            {
                return;
            }

            position += offset;
            int length = text[position..].IndexOfAnyExcept('\0');
            length = length < 0 ? text.Length - position : length;
            _problems.Add(LexicalDiagnostics.NulCharacter(At(position, length)));
            position += length;
        }
    }

    private readonly SourceSpan At(int start, int length) => new(_source, new TextSpan(start, length));
}
