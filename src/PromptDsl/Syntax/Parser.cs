using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Text;

namespace PromptDsl.Syntax;

/// <summary>
/// Recursive descent over the tokens of a file. Never fails: every token ends up in the tree, and
/// one mistake gives one finding while the rest of the file is still understood.
/// </summary>
/// <remarks>
/// The parser knows the forms of statements, not which kinds and keys there are. A habit of another
/// language (a colon before a brace, YAML indentation, text without quotation marks) is read as what
/// was meant after it is reported, so that it causes no findings of its own further on.
/// </remarks>
internal sealed partial class Parser
{
    /// <summary>How deep blocks and lists may be nested.</summary>
    public const int MaxDepth = 64;

    private readonly SourceText _source;
    private readonly ArraySegment<SyntaxToken> _tokens;
    private readonly List<Diagnostic> _problems;
    private readonly int _lexerProblems;
    private readonly List<TextSpan> _readAsText = [];
    private int _index;
    private int _unclosedBraces;
    private bool _isJson;
    private bool _depthReported;
    private bool _conflictReported;
    private int _reportedEqualsSign = -1;
    private int _indentedLine = -1;
    private int _indentation;

    private Parser(SourceText source, ArraySegment<SyntaxToken> tokens, List<Diagnostic> problems)
    {
        _source = source;
        _tokens = tokens;
        _problems = problems;
        _lexerProblems = problems.Count;
    }

    public static (FileSyntax Root, ImmutableArray<Diagnostic> Diagnostics) Parse(SourceText source)
    {
        var problems = new List<Diagnostic>();
        ArraySegment<SyntaxToken> tokens = Lexer.Tokenize(source, problems);
        if (problems.Count > 0 && LooksLikeUtf16(source.Text))
        {
            return SkipFile(source, tokens);
        }

        DirectionControls.Report(source, tokens, problems);
        var parser = new Parser(source, tokens, problems);
        FileSyntax root = parser.ParseFile();
        return (root, problems.Count == 0 ? [] : parser.Finish());
    }

    private static bool LooksLikeUtf16(string text) => text.AsSpan().Count('\0') > text.Length / 4;

    private static (FileSyntax Root, ImmutableArray<Diagnostic> Diagnostics) SkipFile(
        SourceText source,
        ArraySegment<SyntaxToken> tokens
    )
    {
        ImmutableArray<SyntaxElement> skipped = tokens.Count == 1 ? [] : [new SkippedSyntax([.. tokens[..^1]])];
        var place = new SourceSpan(source, new TextSpan(0, 1));
        return (new FileSyntax(skipped, tokens[^1]), [LexicalDiagnostics.Utf16(place)]);
    }

    private ImmutableArray<Diagnostic> Finish()
    {
        // What the lexer said about words inside text without quotation marks is no mistake of its own.
        if (_readAsText.Count > 0)
        {
            var text = new SpanSet(_readAsText);
            _problems.RemoveAll(p => IsAboutWords(p.Descriptor) && text.Overlaps(p.Span));
        }

        var bag = new DiagnosticBag();
        bag.AddRange(HabitFolding.Fold(_problems));
        return bag.ToSorted();
    }

    private static bool IsAboutWords(DiagnosticDescriptor descriptor) =>
        LexicalDiagnostics.IsAboutTokens(descriptor) || HabitDiagnostics.IsAboutWords(descriptor);

    // ---- tokens

    private SyntaxToken Current => _tokens[_index];

    private SyntaxToken Previous => _tokens[_index - 1];

    private SyntaxToken Peek(int offset) => _tokens[Math.Min(_index + offset, _tokens.Count - 1)];

    /// <summary>Whether the current token continues the line of the one before.</summary>
    private bool OnSameLine => !Current.IsOnNewLine;

    private SyntaxToken Take()
    {
        SyntaxToken token = Current;
        if (token.Kind != TokenKind.EndOfFile)
        {
            _index++;
        }

        return token;
    }

    private bool At(TokenKind kind) => Current.Kind == kind;

    private bool AtWord(string word) => At(TokenKind.Identifier) && _source.AsSpan(Current.Span).SequenceEqual(word);

    private string NameOf(SyntaxToken token) => Identifiers.Normalize(_source.ToString(token.Span));

    private SourceSpan Place(TextSpan span) => new(_source, span);

    private SourceSpan Place(SyntaxToken token) => new(_source, token.Span);

    private void Report(Diagnostic diagnostic) => _problems.Add(diagnostic);

    private int ColumnOf(SyntaxToken token) => ColumnAt(token.Start);

    private int ColumnAt(int position) => _source.Lines.PositionAt(position).Column;

    private bool EndsLine(SyntaxToken next) => next.IsOnNewLine || next.Kind == TokenKind.EndOfFile;

    /// <summary>Whether what is wrong with a token has been said by the lexer.</summary>
    private bool IsReported(SyntaxToken token) =>
        token.Has(TokenFlags.Reported) || (token.Kind == TokenKind.Bad && HoldsNoText(_source.AsSpan(token.Span)));

    private static bool HoldsNoText(ReadOnlySpan<char> text) =>
        text.Contains('\0')
        || DirectionControls.Contains(text)
        || (text.Length > 0 && SourceText.IsInvalidByte(text[0]));

    private string Describe(SyntaxToken token)
    {
        if (token.Kind == TokenKind.EndOfFile)
        {
            return "the end of the file";
        }

        string text = _source.ToString(token.Span);
        return token.Kind switch
        {
            TokenKind.String or TokenKind.RawString => "a string",
            _ => $"`{(text.Length <= 30 ? text : text[..29] + "…")}`",
        };
    }

    // ---- files and bodies

    private FileSyntax ParseFile()
    {
        CountBraces();
        var elements = ImmutableArray.CreateBuilder<SyntaxElement>();
        if (At(TokenKind.OpenBrace))
        {
            Report(HabitDiagnostics.JsonObject(Place(Current)));
            _isJson = true;
            elements.Add(new SkippedSyntax([Take()]));
        }

        while (!At(TokenKind.EndOfFile))
        {
            ParseElements(elements, new Context(InBody: false, Inline: false, Anchor: 0, Depth: 0));
            if (At(TokenKind.CloseBrace))
            {
                if (!_isJson)
                {
                    Report(SyntaxDiagnostics.StrayBrace(Place(Current)));
                }

                elements.Add(new SkippedSyntax([Take()]));
            }
        }

        return new FileSyntax(elements.ToImmutable(), Current);
    }

    /// <summary>Counts what is opened and never closed; of a merge conflict only the side that is kept.</summary>
    private void CountBraces()
    {
        bool isOtherSide = false;
        foreach (SyntaxToken token in _tokens)
        {
            if (token.Kind == TokenKind.ConflictMarker)
            {
                isOtherSide = _source.Text[token.Start] is '=' or '|';
            }

            _unclosedBraces += token.Kind switch
            {
                TokenKind.OpenBrace when !isOtherSide => 1,
                TokenKind.CloseBrace when !isOtherSide => -1,
                _ => 0,
            };
        }
    }

    /// <summary>Where statements are being read.</summary>
    /// <param name="InBody">Inside braces.</param>
    /// <param name="Inline">The opening brace is not the last token of its line.</param>
    /// <param name="Anchor">Where the statement begins whose body this is.</param>
    /// <param name="Depth">How many blocks and lists are open.</param>
    /// <param name="IsIndented">A body that is only indented, as in YAML; it ends where the indentation does.</param>
    private readonly record struct Context(bool InBody, bool Inline, int Anchor, int Depth, bool IsIndented = false);

    /// <summary>Reads statements up to a closing brace, the end of the file, or where indentation says the body ends.</summary>
    private void ParseElements(ImmutableArray<SyntaxElement>.Builder elements, Context context)
    {
        while (!At(TokenKind.EndOfFile) && !EndsBody(context))
        {
            switch (Current.Kind)
            {
                case TokenKind.Comma or TokenKind.Semicolon:
                    elements.Add(ParseSeparator(context));
                    continue;
                case TokenKind.ConflictMarker:
                    elements.Add(SkipConflict());
                    continue;
                case TokenKind.Identifier when IsDeclaration():
                    elements.Add(SkipDeclarationKeyword());
                    elements.Add(ParseStatement(context));
                    break;
                case TokenKind.Identifier:
                case TokenKind.String when IsKey():
                    elements.Add(ParseStatement(context));
                    break;
                default:
                    elements.Add(SkipNonStatement(context));
                    break;
            }

            if (!EndsLine(Current) && !EndsBody(context))
            {
                ParseRestOfLine(elements, context);
            }
        }
    }

    /// <summary>A string that names a property or a block, as in JSON.</summary>
    private bool IsKey() => Peek(1).Kind is TokenKind.Colon or TokenKind.OpenBrace && !Peek(1).IsOnNewLine;

    private bool EndsBody(Context context)
    {
        if (context.IsIndented)
        {
            return At(TokenKind.CloseBrace) || (Current.IsOnNewLine && ColumnOf(Current) <= ColumnAt(context.Anchor));
        }

        if (At(TokenKind.CloseBrace))
        {
            return true;
        }

        // With more braces opened than closed, indentation tells which body lost its brace.
        return context is { InBody: true, Inline: false }
            && _unclosedBraces > 0
            && Current.IsOnNewLine
            && ColumnOf(Current) <= ColumnAt(context.Anchor);
    }

    private SyntaxToken ParseSeparator(Context context)
    {
        bool isFirst = _index == 0 || Previous.Kind is TokenKind.Comma or TokenKind.OpenBrace;
        bool lineEnds = EndsLine(Peek(1));
        if (At(TokenKind.Semicolon) && !Current.Has(TokenFlags.Reported))
        {
            string separator = context.InBody ? "," : "\n";
            Report(HabitDiagnostics.Semicolon(Place(Current), isFirst || lineEnds ? "" : separator));
        }
        else if (!context.InBody && !_isJson)
        {
            Report(HabitDiagnostics.CommaAtTopLevel(Place(Current), isFirst || lineEnds));
        }
        else if (!_isJson && isFirst)
        {
            Report(SyntaxDiagnostics.ExpectedStatement(Place(Current), "a comma"));
        }

        return Take();
    }

    /// <summary>A statement is over and its line is not.</summary>
    private void ParseRestOfLine(ImmutableArray<SyntaxElement>.Builder elements, Context context)
    {
        if (Current.Kind is TokenKind.Comma or TokenKind.Semicolon)
        {
            elements.Add(ParseSeparator(context));
            return;
        }

        if (At(TokenKind.Dot) && Previous.Kind == TokenKind.Identifier)
        {
            Report(SyntaxDiagnostics.DottedKey(Place(Current)));
            elements.Add(SkipLine(context));
            return;
        }

        bool afterString = Previous.Kind == TokenKind.String && !Current.Has(TokenFlags.AfterTrivia);
        bool beginsStatement = At(TokenKind.Identifier) && !afterString;
        if (beginsStatement)
        {
            var gap = TextSpan.FromBounds(Previous.End, Current.Start);
            Report(
                context.InBody
                    ? HabitDiagnostics.MissingComma(Place(Current), new TextSpan(Previous.End, 0), inList: false)
                    : HabitDiagnostics.TwoStatementsOnALine(Place(Current), gap)
            );
            return;
        }

        if (!IsReported(Current) && !At(TokenKind.ConflictMarker))
        {
            Report(SyntaxDiagnostics.UnexpectedAfterValue(Place(Current), Describe(Current), afterString));
        }

        elements.Add(SkipLine(context));
    }

    // ---- skipping

    private SkippedSyntax SkipNonStatement(Context context)
    {
        SyntaxToken first = Current;
        ReadOnlySpan<char> text = _source.AsSpan(first.Span);
        bool startsLine = first.IsOnNewLine;
        if (first.Kind == TokenKind.CloseBracket)
        {
            if (!_isJson)
            {
                Report(SyntaxDiagnostics.StrayBracket(Place(first)));
            }

            return new SkippedSyntax([Take()]);
        }

        if (startsLine && IsBullet(first))
        {
            Report(HabitDiagnostics.YamlList(Place(first)));
            return SkipIndented(ColumnOf(first));
        }

        if (first.Kind == TokenKind.Bad && startsLine && text.SequenceEqual("---"))
        {
            Report(HabitDiagnostics.YamlMarker(Place(first)));
            return new SkippedSyntax([Take()]);
        }

        if (first.Kind == TokenKind.OpenBracket && IsSectionHeader())
        {
            Report(HabitDiagnostics.SectionHeader(Place(first)));
        }
        else if (first.Kind == TokenKind.Bad && text[0] == '<')
        {
            Report(HabitDiagnostics.Markup(Place(first)));
        }
        else if (first.Kind is TokenKind.String or TokenKind.RawString && !first.Has(TokenFlags.Reported))
        {
            Report(SyntaxDiagnostics.LooseString(Place(first)));
        }
        else if (!IsReported(first))
        {
            Report(SyntaxDiagnostics.ExpectedStatement(Place(first), Describe(first)));
        }

        return SkipLine(context);
    }

    /// <summary>Skips to the end of the line, or of the statement in a body on one line; brackets are kept whole.</summary>
    private SkippedSyntax SkipLine(Context context)
    {
        var skipped = ImmutableArray.CreateBuilder<SyntaxToken>();
        int open = 0;
        do
        {
            SyntaxToken token = Current;
            if (open == 0 && skipped.Count > 0)
            {
                bool ends =
                    token.IsOnNewLine
                    || (token.Kind == TokenKind.CloseBrace && context.InBody)
                    || (token.Kind == TokenKind.Comma && context.Inline);
                if (ends)
                {
                    break;
                }
            }

            open += token.Kind switch
            {
                TokenKind.OpenBrace or TokenKind.OpenBracket => 1,
                TokenKind.CloseBrace or TokenKind.CloseBracket when open > 0 => -1,
                _ => 0,
            };
            skipped.Add(Take());
        } while (!At(TokenKind.EndOfFile));

        return new SkippedSyntax(skipped.ToImmutable());
    }

    /// <summary>Whether the token is the bullet of an item, or its number with the dot that follows.</summary>
    private bool IsBullet(SyntaxToken token) =>
        token.Kind == TokenKind.Bad
            ? _source.AsSpan(token.Span) is "-" or "*" or "+" or "\u2022"
            : token.Kind == TokenKind.Number && token.IsOnNewLine && _source.Text.AsSpan(token.End).StartsWith(". ");

    /// <summary>Whether the line is <c>[section]</c> or <c>[[section]]</c>, as in TOML.</summary>
    private bool IsSectionHeader()
    {
        int length = 0;
        while (Peek(length) is var token && (length == 0 || !EndsLine(token)))
        {
            bool fits =
                token.Kind is TokenKind.OpenBracket or TokenKind.Identifier or TokenKind.Dot or TokenKind.CloseBracket;
            if (!fits)
            {
                return false;
            }

            length++;
        }

        return Peek(length - 1).Kind == TokenKind.CloseBracket;
    }

    /// <summary><c>const name = …</c> and the like, where no form of this language has two words before <c>=</c>.</summary>
    private bool IsDeclaration() =>
        Peek(1).Kind == TokenKind.Identifier
        && Peek(2).Kind == TokenKind.EqualsSign
        && !Peek(1).IsOnNewLine
        && !Peek(2).IsOnNewLine
        && !AtWord("param");

    private SkippedSyntax SkipDeclarationKeyword()
    {
        SyntaxToken keyword = Take();
        bool isBlock = Peek(2).Kind == TokenKind.OpenBrace;
        Report(HabitDiagnostics.Declaration(Place(keyword), Current.Start, Peek(1).Span, isBlock));
        _reportedEqualsSign = Peek(1).Start;
        return new SkippedSyntax([keyword]);
    }

    /// <summary>Skips the items of a YAML list: this line, and those that begin with a hyphen or are indented further.</summary>
    private SkippedSyntax SkipIndented(int column)
    {
        var skipped = ImmutableArray.CreateBuilder<SyntaxToken>();
        do
        {
            skipped.Add(Take());
        } while (
            !At(TokenKind.EndOfFile)
            && !At(TokenKind.CloseBrace)
            && (!Current.IsOnNewLine || ColumnOf(Current) > column || IsBullet(Current))
        );
        var node = new SkippedSyntax(skipped.ToImmutable());
        _readAsText.Add(node.Span);
        return node;
    }

    /// <summary>Keeps the first side of a merge conflict and skips the other.</summary>
    private SkippedSyntax SkipConflict()
    {
        SyntaxToken marker = Current;
        char kind = _source.Text[marker.Start];
        if (kind == '<' || !_conflictReported)
        {
            Report(HabitDiagnostics.ConflictMarker(Place(marker)));
            _conflictReported = true;
        }

        var skipped = ImmutableArray.CreateBuilder<SyntaxToken>();
        skipped.Add(Take());
        if (kind is '=' or '|')
        {
            bool isEnd = false;
            while (!isEnd && !At(TokenKind.EndOfFile))
            {
                isEnd = At(TokenKind.ConflictMarker) && _source.Text[Current.Start] == '>';
                skipped.Add(Take());
            }
        }

        var node = new SkippedSyntax(skipped.ToImmutable());
        _readAsText.Add(node.Span);
        return node;
    }
}
