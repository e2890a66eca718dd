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

    /// <summary>Whether <c>{{name}}</c> stands here, the slot of Handlebars and Jinja.</summary>
    private bool IsTemplateSlot() =>
        Peek(1).Kind == TokenKind.OpenBrace
        && Peek(2).Kind == TokenKind.Identifier
        && !Peek(1).Has(TokenFlags.AfterTrivia)
        && !Peek(2).IsOnNewLine;

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
            case TokenKind.OpenBrace when IsTemplateSlot():
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
                Report(SyntaxDiagnostics.DanglingDot(Place(dot), string.Join('.', parts)));
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
        var elements = ImmutableArray.CreateBuilder<SyntaxElement>();
        if (depth >= MaxDepth)
        {
            elements.Add(SkipTooDeep(open));
        }

        bool isReported = false;
        while (!At(TokenKind.CloseBracket))
        {
            if (EndsUnclosedList(open))
            {
                Report(SyntaxDiagnostics.MissingBracket(Place(open), Place(Current)));
                if (At(TokenKind.CloseBrace) && _unclosedBraces < 0)
                {
                    // No block needs this brace: it was meant for the list.
                    _unclosedBraces++;
                    elements.Add(new SkippedSyntax([Take()]));
                }

                return new ListSyntax(
                    open,
                    elements.ToImmutable(),
                    SyntaxToken.Missing(TokenKind.CloseBracket, Previous.End)
                );
            }

            if (At(TokenKind.ConflictMarker))
            {
                elements.Add(SkipConflict());
                continue;
            }

            ParseListItem(elements, depth, open, ref isReported);
        }

        return new ListSyntax(open, elements.ToImmutable(), Take());
    }

    private void ParseListItem(
        ImmutableArray<SyntaxElement>.Builder elements,
        int depth,
        SyntaxToken list,
        ref bool isReported
    )
    {
        if (At(TokenKind.Comma))
        {
            bool afterItem = elements.Count > 0 && elements[^1].Node is not null;
            if (!afterItem && !_isJson && !Current.Has(TokenFlags.Foreign))
            {
                Report(SyntaxDiagnostics.UnexpectedInList(Place(Current), "a comma"));
            }

            elements.Add(Take());
            return;
        }

        if (At(TokenKind.Semicolon))
        {
            if (!Current.Has(TokenFlags.Reported))
            {
                Report(HabitDiagnostics.Semicolon(Place(Current), ","));
            }

            elements.Add(Take());
            return;
        }

        if (Current.IsOnNewLine && IsBullet(Current))
        {
            Report(HabitDiagnostics.YamlList(Place(Current)));
            elements.Add(new SkippedSyntax([Take()]));
            return;
        }

        bool needsComma = elements.Count > 0 && elements[^1].Node is ValueSyntax;
        int start = _index;
        int gapEnd = _index > 0 ? Previous.End : 0;
        ValueSyntax? item = AtObject() ? ParseObject(depth + 1) : ParseValue(depth + 1);
        if (item is null)
        {
            SkipInList(elements, list, isReported);
            isReported = true;
            return;
        }

        bool isProse =
            item is PathSyntax && OnSameLine && (At(TokenKind.Identifier) || At(TokenKind.Bad) || At(TokenKind.Number));
        if (isProse)
        {
            item = TakeUnquotedText(new Context(InBody: true, Inline: true, Anchor: 0, depth), start);
        }

        if (needsComma)
        {
            Report(HabitDiagnostics.MissingComma(Place(item.Span), new TextSpan(gapEnd, 0), inList: true));
        }

        elements.Add(item);
    }

    /// <summary>Whether braces with a key, or with nothing, stand here: an object of JSON.</summary>
    private bool AtObject() =>
        At(TokenKind.OpenBrace)
        && (
            Peek(1).Kind == TokenKind.CloseBrace
            || (
                Peek(1).Kind is TokenKind.Identifier or TokenKind.String
                && Peek(2).Kind is TokenKind.Colon or TokenKind.EqualsSign
            )
        );

    private ObjectSyntax ParseObject(int depth)
    {
        if (!_isJson)
        {
            Report(HabitDiagnostics.JsonObjectInList(Place(Current)));
        }

        return new ObjectSyntax(ParseBody(new Context(InBody: true, Inline: true, Current.Start, depth), Current));
    }

    /// <summary>Whether a list without a closing bracket ends here: a statement, a brace or the end of the file follows.</summary>
    private bool EndsUnclosedList(SyntaxToken open)
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
        if (beginsStatement || ColumnOf(Current) > IndentationAt(open))
        {
            return beginsStatement;
        }

        int afterPath = 1;
        while (Peek(afterPath).Kind == TokenKind.Dot && Peek(afterPath + 1).Kind == TokenKind.Identifier)
        {
            afterPath += 2;
        }

        return Peek(afterPath).Kind is not (TokenKind.Comma or TokenKind.CloseBracket);
    }

    /// <summary>The column where the line of a token begins; the last answer is kept, for lines with many lists.</summary>
    private int IndentationAt(SyntaxToken token)
    {
        int line = _source.Lines.LineAt(token.Start);
        if (line != _indentedLine)
        {
            int start = _source.Lines.StartOf(line);
            int indentation = _source.Text.AsSpan(start, token.Start - start).IndexOfAnyExcept(' ', '\t');
            _indentedLine = line;
            _indentation = indentation < 0 ? token.Start - start : indentation;
        }

        return _indentation;
    }

    private void SkipInList(ImmutableArray<SyntaxElement>.Builder elements, SyntaxToken list, bool isReported)
    {
        if (!_isJson && !isReported && !Current.Has(TokenFlags.Reported))
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
            && (open > 0 || !EndsUnclosedList(list))
        );
        elements.Add(new SkippedSyntax(skipped.ToImmutable()));
    }

    /// <summary><c>${name}</c>, <c>$name</c> or <c>{{name}}</c> outside a string, read as the name.</summary>
    private ValueSyntax ParseSlotOutsideString()
    {
        var tokens = ImmutableArray.CreateBuilder<SyntaxToken>();
        var parts = ImmutableArray.CreateBuilder<string>();
        int braces = At(TokenKind.OpenBrace) ? 2 : 1;
        tokens.Add(Take());
        if (At(TokenKind.Identifier) && !Current.Has(TokenFlags.AfterTrivia))
        {
            parts.Add(NameOf(Current));
            tokens.Add(Take());
        }
        else if (At(TokenKind.OpenBrace) && OnSameLine)
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

            while (At(TokenKind.CloseBrace) && OnSameLine && tokens.Count(t => t.Kind == TokenKind.CloseBrace) < braces)
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
        UnquotedTextSyntax text = TakeText(context, from);
        Report(HabitDiagnostics.UnquotedText(Place(text.Span), text.Text));
        return text;
    }

    /// <summary>Text after what was taken for a kind; at the top of a file the whole line is prose.</summary>
    private UnquotedTextSyntax TakeTextAfter(SyntaxToken kind, Context context, int from)
    {
        UnquotedTextSyntax text = TakeText(context, from);
        bool isProse = !context.InBody && !text.Tokens().Any(t => t.Kind is TokenKind.String or TokenKind.RawString);
        Report(
            isProse
                ? HabitDiagnostics.UnquotedLine(Place(TextSpan.Union(kind.Span, text.Span)))
                : HabitDiagnostics.UnquotedText(Place(text.Span), text.Text)
        );
        return text;
    }

    private UnquotedTextSyntax TakeText(Context context, int from)
    {
        _index = from;
        ForgetProblemsFrom(Current.Start);
        var tokens = ImmutableArray.CreateBuilder<SyntaxToken>();
        int parentheses = 0;
        do
        {
            parentheses += Parentheses(Current);
            tokens.Add(Take());
        } while (
            !EndsLine(Current)
            && !(
                context.Inline
                && parentheses <= 0
                && Current.Kind is TokenKind.Comma or TokenKind.CloseBrace or TokenKind.CloseBracket
            )
            && !(At(TokenKind.OpenBrace) && EndsLine(Peek(1)))
        );
        var node = new UnquotedTextSyntax(
            tokens.ToImmutable(),
            _source.ToString(TextSpan.FromBounds(tokens[0].Start, tokens[^1].End))
        );
        _readAsText.Add(node.Span);
        return node;
    }

    /// <summary>How many more parentheses a token opens than it closes; one that its line does not close opens none.</summary>
    private int Parentheses(SyntaxToken token)
    {
        if (token.Kind != TokenKind.Bad)
        {
            return 0;
        }

        ReadOnlySpan<char> text = _source.AsSpan(token.Span);
        int closed = text.Count(')');
        int opened = text.Count('(');
        int line = _source.Lines.LineAt(token.Start);
        bool isClosed =
            opened > closed && _source.AsSpan(TextSpan.FromBounds(token.End, _source.Lines.EndOf(line))).Contains(')');
        return isClosed || closed > opened ? opened - closed : 0;
    }

    /// <summary>Drops what was reported while the text was taken for values.</summary>
    private void ForgetProblemsFrom(int position)
    {
        while (_problems.Count > _lexerProblems && _problems[^1].Span.Start >= position)
        {
            _problems.RemoveAt(_problems.Count - 1);
        }
    }

    private UnquotedTextSyntax TakeIndentedText(int column)
    {
        SkippedSyntax skipped = SkipIndented(column);
        return new UnquotedTextSyntax([.. skipped.Tokens()], _source.ToString(skipped.Span));
    }
}
