using System.Collections.Immutable;
using PromptDsl.Text;

namespace PromptDsl.Syntax;

/// <content>Values.</content>
internal sealed partial class Parser
{
    private bool StartsValue(SyntaxToken token) =>
        token.Kind
            is TokenKind.String
                or TokenKind.RawString
                or TokenKind.Number
                or TokenKind.Percent
                or TokenKind.Ratio
                or TokenKind.Size
                or TokenKind.Color
                or TokenKind.Identifier
                or TokenKind.OpenBracket
        || IsSlotSign(token);

    private bool IsSlotSign(SyntaxToken token) =>
        token.Kind == TokenKind.Bad && _source.AsSpan(token.Span).SequenceEqual("$");

    /// <summary>A value, or null when the current token begins none; nothing is taken then.</summary>
    private ValueSyntax? ParseValue(int depth)
    {
        switch (Current.Kind)
        {
            case TokenKind.String or TokenKind.RawString:
                return ParseString();
            case TokenKind.Number or TokenKind.Percent or TokenKind.Ratio or TokenKind.Size or TokenKind.Color:
                SyntaxToken literal = Take();
                return new LiteralSyntax(literal, _source.ToString(literal.Span));
            case TokenKind.Identifier:
                return ParsePath();
            case TokenKind.OpenBracket:
                return ParseList(depth);
            case TokenKind.Bad when IsSlotSign(Current):
                return ParseSlotOutsideString();
            default:
                return null;
        }
    }

    private StringSyntax ParseString()
    {
        SyntaxToken token = Take();
        return new StringSyntax(token, StringDecoder.Decode(token, _source, _problems));
    }

    private PathSyntax ParsePath()
    {
        SyntaxToken first = Take();
        if (!At(TokenKind.Dot) || Current.Has(TokenFlags.AfterTrivia))
        {
            return new PathSyntax([first], [NameOf(first)]);
        }

        var tokens = ImmutableArray.CreateBuilder<SyntaxToken>();
        var parts = ImmutableArray.CreateBuilder<string>();
        tokens.Add(first);
        parts.Add(NameOf(first));
        while (At(TokenKind.Dot) && !Current.Has(TokenFlags.AfterTrivia))
        {
            SyntaxToken dot = Take();
            tokens.Add(dot);
            if (!At(TokenKind.Identifier) || Current.Has(TokenFlags.AfterTrivia))
            {
                Report(
                    SyntaxDiagnostics.UnexpectedWord(
                        Place(dot),
                        "a dot without a name after it",
                        $"`{string.Join('.', parts)}`",
                        "brand.accent"
                    )
                );
                break;
            }

            parts.Add(NameOf(Current));
            tokens.Add(Take());
        }

        return new PathSyntax(tokens.ToImmutable(), parts.ToImmutable());
    }

    private ListSyntax ParseList(int depth)
    {
        SyntaxToken open = Take();
        int anchorColumn = IndentationAt(open);
        var elements = ImmutableArray.CreateBuilder<SyntaxElement>();
        if (depth >= MaxDepth)
        {
            elements.Add(SkipTooDeep(open));
        }

        while (!At(TokenKind.CloseBracket))
        {
            if (EndsUnclosedList(anchorColumn))
            {
                Report(SyntaxDiagnostics.MissingBracket(Place(open), Place(Current)));
                return new ListSyntax(
                    open,
                    elements.ToImmutable(),
                    SyntaxToken.Missing(TokenKind.CloseBracket, Previous.End)
                );
            }

            ParseListItem(elements, depth, anchorColumn);
        }

        return new ListSyntax(open, elements.ToImmutable(), Take());
    }

    private void ParseListItem(ImmutableArray<SyntaxElement>.Builder elements, int depth, int anchorColumn)
    {
        if (At(TokenKind.Comma))
        {
            bool afterItem = elements.Count > 0 && elements[^1].Node is ValueSyntax;
            if (!afterItem && !_isJson && !Current.Has(TokenFlags.Foreign))
            {
                Report(SyntaxDiagnostics.UnexpectedInList(Place(Current), "a comma"));
            }

            elements.Add(Take());
            return;
        }

        bool needsComma = elements.Count > 0 && elements[^1].Node is ValueSyntax;
        int start = _index;
        int gapEnd = _index > 0 ? Previous.End : 0;
        ValueSyntax? item = ParseValue(depth + 1);
        if (item is null)
        {
            SkipInList(elements, anchorColumn);
            return;
        }

        bool isProse =
            item is PathSyntax && OnSameLine && (At(TokenKind.Identifier) || At(TokenKind.Bad) || At(TokenKind.Number));
        if (isProse)
        {
            item = TakeUnquotedText(new Context(InBody: true, Inline: true, AnchorColumn: -1, depth), start);
        }

        if (needsComma)
        {
            Report(HabitDiagnostics.MissingComma(Place(item.Span), new TextSpan(gapEnd, 0), inList: true));
        }

        elements.Add(item);
    }

    /// <summary>Whether a list without a closing bracket ends here: a statement, a brace or the end of the file follows.</summary>
    private bool EndsUnclosedList(int anchorColumn)
    {
        if (At(TokenKind.EndOfFile) || At(TokenKind.CloseBrace))
        {
            return true;
        }

        if (!At(TokenKind.Identifier) || !Current.IsOnNewLine)
        {
            return false;
        }

        bool beginsStatement = Peek(1).Kind is TokenKind.Colon or TokenKind.OpenBrace && !Peek(1).IsOnNewLine;
        return beginsStatement
            || (
                ColumnOf(Current) <= anchorColumn
                && Peek(1).Kind is not (TokenKind.Comma or TokenKind.Dot or TokenKind.CloseBracket)
            );
    }

    /// <summary>The column where the line of a token begins.</summary>
    private int IndentationAt(SyntaxToken token)
    {
        ReadOnlySpan<char> before = _source.Text.AsSpan(0, token.Start);
        ReadOnlySpan<char> line = before[(before.LastIndexOfAny('\n', '\r') + 1)..];
        int indentation = line.IndexOfAnyExcept(' ', '\t');
        return indentation < 0 ? line.Length : indentation;
    }

    private void SkipInList(ImmutableArray<SyntaxElement>.Builder elements, int anchorColumn)
    {
        if (!_isJson && !Current.Has(TokenFlags.Reported))
        {
            Report(SyntaxDiagnostics.UnexpectedInList(Place(Current), Describe(Current)));
        }

        var skipped = ImmutableArray.CreateBuilder<SyntaxToken>();
        int open = 0;
        do
        {
            open += Current.Kind switch
            {
                TokenKind.OpenBrace or TokenKind.OpenBracket => 1,
                TokenKind.CloseBrace or TokenKind.CloseBracket => -1,
                _ => 0,
            };
            skipped.Add(Take());
        } while (
            !At(TokenKind.EndOfFile)
            && (open > 0 || Current.Kind is not (TokenKind.Comma or TokenKind.CloseBracket or TokenKind.CloseBrace))
            && (open > 0 || !EndsUnclosedList(anchorColumn))
        );
        elements.Add(new SkippedSyntax(skipped.ToImmutable()));
    }

    /// <summary><c>${name}</c> outside a string, read as the name.</summary>
    private ValueSyntax ParseSlotOutsideString()
    {
        var tokens = ImmutableArray.CreateBuilder<SyntaxToken>();
        var parts = ImmutableArray.CreateBuilder<string>();
        tokens.Add(Take());
        if (At(TokenKind.OpenBrace) && OnSameLine)
        {
            tokens.Add(Take());
            while (Current.Kind is TokenKind.Identifier or TokenKind.Dot && OnSameLine)
            {
                if (At(TokenKind.Identifier))
                {
                    parts.Add(NameOf(Current));
                }

                tokens.Add(Take());
            }

            if (At(TokenKind.CloseBrace) && OnSameLine)
            {
                tokens.Add(Take());
            }
        }

        var span = TextSpan.FromBounds(tokens[0].Start, tokens[^1].End);
        Report(HabitDiagnostics.SlotOutsideString(Place(span), parts.Count == 0 ? null : string.Join('.', parts)));
        return parts.Count == 0
            ? new UnquotedTextSyntax(tokens.ToImmutable(), _source.ToString(span))
            : new PathSyntax(tokens.ToImmutable(), parts.ToImmutable());
    }

    // ---- text without quotation marks

    private UnquotedTextSyntax TakeUnquotedText(Context context, int from)
    {
        _index = from;
        var tokens = ImmutableArray.CreateBuilder<SyntaxToken>();
        do
        {
            tokens.Add(Take());
        } while (
            !EndsLine(Current)
            && !(context.Inline && Current.Kind is TokenKind.Comma or TokenKind.CloseBrace or TokenKind.CloseBracket)
            && !(At(TokenKind.OpenBrace) && EndsLine(Peek(1)))
        );
        var node = new UnquotedTextSyntax(
            tokens.ToImmutable(),
            _source.ToString(TextSpan.FromBounds(tokens[0].Start, tokens[^1].End))
        );
        _readAsText.Add(node.Span);
        Report(HabitDiagnostics.UnquotedText(Place(node.Span), node.Text));
        return node;
    }

    private UnquotedTextSyntax TakeIndentedText(int column)
    {
        SkippedSyntax skipped = SkipIndented(column);
        return new UnquotedTextSyntax([.. skipped.Tokens()], _source.ToString(skipped.Span));
    }
}
