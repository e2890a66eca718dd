using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Text;

namespace PromptDsl.Syntax;

/// <content>Properties and blocks.</content>
internal sealed partial class Parser
{
    private StatementSyntax ParseStatement(Context context)
    {
        bool isProperty = Peek(1).Kind is TokenKind.Colon or TokenKind.EqualsSign && !Peek(1).IsOnNewLine;
        if (isProperty)
        {
            return ParseProperty(context);
        }

        if (At(TokenKind.String))
        {
            SyntaxToken quotedKind = Take();
            return new BlockSyntax(quotedKind, KeyOf(quotedKind), null, [], ParseBody(context, quotedKind));
        }

        ReadOnlySpan<char> word = _source.AsSpan(Current.Span);
        return word switch
        {
            "use" => ParseUse(context),
            "param" => ParseParam(context),
            "define" => ParseDefine(context),
            "include" => ParseInclude(context),
            "for" => ParseFor(context),
            _ => ParseBlock(context),
        };
    }

    // ---- key: value

    private StatementSyntax ParseProperty(Context context)
    {
        SyntaxToken keyToken = Take();
        string key = KeyOf(keyToken);
        SyntaxToken colon = Take();
        if (colon.Kind == TokenKind.EqualsSign)
        {
            if (!colon.Has(TokenFlags.Foreign) && colon.Start != _reportedEqualsSign)
            {
                bool isBlock = At(TokenKind.OpenBrace) && OnSameLine;
                Report(HabitDiagnostics.EqualsForColon(Place(colon), isBlock));
            }
        }

        if (At(TokenKind.OpenBrace) && OnSameLine && !IsTemplateSlot())
        {
            ReportColonBeforeBody(colon, key);
            return new BlockSyntax(keyToken, key, colon, [], ParseBody(context, keyToken));
        }

        if (EndsLine(Current))
        {
            return ParseValueBelow(context, keyToken, key, colon);
        }

        int valueIndex = _index;
        ValueSyntax value = ParsePropertyValue(context, key, keyToken);
        if (At(TokenKind.OpenBrace) && OnSameLine)
        {
            ReportColonBeforeBody(colon, key);
            return new BlockSyntax(keyToken, key, colon, [value], ParseBody(context, keyToken));
        }

        return new PropertySyntax(keyToken, key, colon, ReadMore(context, value, valueIndex));
    }

    private string KeyOf(SyntaxToken token)
    {
        if (token.Kind != TokenKind.String)
        {
            return NameOf(token);
        }

        string key = _source.ToString(token.Span).Trim('"');
        if (!_isJson)
        {
            Report(HabitDiagnostics.JsonKey(Place(token), key));
        }

        return key;
    }

    private void ReportColonBeforeBody(SyntaxToken colon, string key)
    {
        if (!_isJson && (colon.Kind != TokenKind.EqualsSign || colon.Has(TokenFlags.Foreign)))
        {
            Report(HabitDiagnostics.ColonBeforeBody(Place(colon), key));
        }
    }

    private ValueSyntax ParsePropertyValue(Context context, string key, SyntaxToken keyToken)
    {
        if (ParseValue(context.Depth) is { } value)
        {
            return value;
        }

        if (Current.Kind is TokenKind.Comma or TokenKind.CloseBrace or TokenKind.CloseBracket or TokenKind.Semicolon)
        {
            Report(SyntaxDiagnostics.MissingValue(Place(Current), key));
            return new MissingValueSyntax(Previous.End);
        }

        if (_source.AsSpan(Current.Span) is "|" or "|-" or ">" or ">-")
        {
            Report(HabitDiagnostics.YamlText(Place(Current)));
            return TakeIndentedText(ColumnOf(keyToken));
        }

        return TakeUnquotedText(context, _index);
    }

    /// <summary>What follows a value on its line although the value is complete: more words, or more values.</summary>
    private ValueSyntax ReadMore(Context context, ValueSyntax value, int valueIndex)
    {
        if (EndsLine(Current) || EndsBody(context) || At(TokenKind.Semicolon))
        {
            return value;
        }

        if (At(TokenKind.Comma))
        {
            return ReadListWithoutBrackets(context, value, valueIndex);
        }

        bool isWord = value is PathSyntax or LiteralSyntax;
        bool beginsStatement = At(TokenKind.Identifier) && Peek(1).Kind is TokenKind.Colon && !Peek(1).IsOnNewLine;
        if (isWord && !beginsStatement && !At(TokenKind.OpenBrace) && !At(TokenKind.CloseBracket))
        {
            return TakeUnquotedText(context, valueIndex);
        }

        return value;
    }

    private ValueSyntax ReadListWithoutBrackets(Context context, ValueSyntax first, int firstIndex)
    {
        bool namesCount = !context.InBody;
        int start = _index;
        var elements = ImmutableArray.CreateBuilder<SyntaxElement>();
        elements.Add(first);
        ValueSyntax last = first;
        while (At(TokenKind.Comma) && !EndsLine(Peek(1)))
        {
            SyntaxToken next = Peek(1);
            bool isKey = Peek(2).Kind == TokenKind.Colon;
            bool isValue = !isKey && (next.Kind == TokenKind.Identifier ? namesCount : StartsValue(next));
            if (!isValue)
            {
                break;
            }

            elements.Add(Take());
            last = ParseValue(context.Depth)!;
            elements.Add(last);
        }

        if (elements.Count == 1)
        {
            return first;
        }

        bool isProse = !EndsLine(Current) && !EndsBody(context) && !At(TokenKind.Comma) && first is PathSyntax;
        if (isProse)
        {
            _index = start;
            return TakeUnquotedText(context, firstIndex);
        }

        // `10,000` may be one number with a separator; only a person can tell.
        FixSafety safety = first is LiteralSyntax { Kind: TokenKind.Number } ? FixSafety.Unsafe : FixSafety.Safe;
        bool isClosed = At(TokenKind.CloseBracket) && OnSameLine;
        Report(
            HabitDiagnostics.ListWithoutBrackets(
                Place(TextSpan.Union(first.Span, last.Span)),
                first.Span.Start,
                isClosed ? null : last.Span.End,
                safety
            )
        );
        return new ListSyntax(
            SyntaxToken.Missing(TokenKind.OpenBracket, first.Span.Start),
            elements.ToImmutable(),
            isClosed ? Take() : SyntaxToken.Missing(TokenKind.CloseBracket, last.Span.End)
        );
    }

    /// <summary>The line ends after <c>key:</c>. What is indented below is what was meant, as in YAML.</summary>
    private StatementSyntax ParseValueBelow(Context context, SyntaxToken keyToken, string key, SyntaxToken colon)
    {
        int column = ColumnOf(keyToken);
        bool indented = Current.Kind != TokenKind.EndOfFile && ColumnOf(Current) > column;
        if (indented && At(TokenKind.Identifier) && Peek(1).Kind == TokenKind.Identifier && IsProseAt(2))
        {
            return new PropertySyntax(keyToken, key, colon, TakeUnquotedText(context, _index));
        }

        if (indented && At(TokenKind.Identifier) && context.Depth < MaxDepth)
        {
            Report(HabitDiagnostics.YamlBlock(Place(keyToken), key));
            return new BlockSyntax(keyToken, key, colon, [], ParseIndentedBody(context, keyToken));
        }

        if (IsBullet(Current) && ColumnOf(Current) >= column)
        {
            Report(HabitDiagnostics.YamlList(Place(Current)));
            return new PropertySyntax(keyToken, key, colon, TakeIndentedText(column));
        }

        Report(SyntaxDiagnostics.MissingValue(Place(TextSpan.FromBounds(colon.Start, colon.End)), key));
        ValueSyntax? below =
            indented && StartsValue(Current) && !At(TokenKind.Identifier) ? ParseValue(context.Depth) : null;
        return new PropertySyntax(keyToken, key, colon, below ?? new MissingValueSyntax(colon.End));
    }

    /// <summary>The lines that are indented further than the statement, read as if braces stood around them.</summary>
    private BodySyntax ParseIndentedBody(Context context, SyntaxToken anchor)
    {
        var elements = ImmutableArray.CreateBuilder<SyntaxElement>();
        SyntaxToken open = SyntaxToken.Missing(TokenKind.OpenBrace, Previous.End);
        ParseElements(
            elements,
            new Context(InBody: true, Inline: false, anchor.Start, context.Depth + 1, IsIndented: true)
        );
        return new BodySyntax(open, elements.ToImmutable(), SyntaxToken.Missing(TokenKind.CloseBrace, Previous.End));
    }

    /// <summary>Whether the line goes on with a third word, which no statement has that holds only names.</summary>
    private bool IsProseAt(int offset) =>
        Peek(offset) is { IsOnNewLine: false, Kind: TokenKind.Identifier or TokenKind.Bad } && !AtKeyword();

    private bool AtKeyword() => _source.AsSpan(Current.Span) is "use" or "param" or "define" or "include" or "for";

    // ---- kind name value { … }

    private BlockSyntax ParseBlock(Context context)
    {
        SyntaxToken kindToken = Take();
        string kind = NameOf(kindToken);
        ImmutableArray<ValueSyntax> operands = ParseOperands(context, kindToken, out SyntaxToken? colon);
        if (colon is null)
        {
            return new BlockSyntax(kindToken, kind, null, operands, ParseOptionalBody(context, kindToken));
        }

        bool isIndented =
            Previous.Kind == TokenKind.Colon
            && At(TokenKind.Identifier)
            && Current.IsOnNewLine
            && context.Depth < MaxDepth
            && ColumnOf(Current) > ColumnOf(kindToken);
        Report(
            isIndented
                ? HabitDiagnostics.YamlBlock(Place(kindToken), kind)
                : HabitDiagnostics.ColonAfterName(Place(colon.Value), kind)
        );
        BodySyntax? body = isIndented ? ParseIndentedBody(context, kindToken) : ParseOptionalBody(context, kindToken);
        return new BlockSyntax(kindToken, kind, colon, operands, body);
    }

    private ImmutableArray<ValueSyntax> ParseOperands(Context context, SyntaxToken kind, out SyntaxToken? colon)
    {
        colon = null;
        int start = _index;
        var operands = ImmutableArray.CreateBuilder<ValueSyntax>();
        while (!EndsLine(Current) && StartsValue(Current) && !(operands is [.., StringSyntax] && BeginsOnSameLine()))
        {
            operands.Add(ParseValue(context.Depth)!);
            if (operands is [PathSyntax] && At(TokenKind.Colon) && OnSameLine)
            {
                colon = Take();
            }
        }

        bool stopsInText = !EndsLine(Current) && Current.Kind is TokenKind.Bad && !EndsBody(context);
        bool isText = operands switch
        {
            [] => stopsInText && !Current.Has(TokenFlags.AfterTrivia | TokenFlags.Reported),
            [PathSyntax, ..] when stopsInText => true,
            [PathSyntax, PathSyntax, _, ..] => true,
            _ => false,
        };
        if (isText)
        {
            colon = null;
            return [TakeTextAfter(kind, context, start)];
        }

        if (operands.Count > 2)
        {
            Report(SyntaxDiagnostics.TooManyOperands(Place(operands[2].Span), NameOf(kind)));
        }

        return operands.ToImmutable();
    }

    /// <summary>After a value, whether a statement begins that lacks the comma before it, and not only a word too many.</summary>
    private bool BeginsOnSameLine() =>
        At(TokenKind.Identifier) && !Peek(1).IsOnNewLine && (Peek(1).Kind == TokenKind.Colon || StartsValue(Peek(1)));

    private BodySyntax? ParseOptionalBody(Context context, SyntaxToken anchor)
    {
        if (!At(TokenKind.OpenBrace))
        {
            return null;
        }

        if (Current.IsOnNewLine)
        {
            // Only what is not indented further is meant as the body of the line above.
            if (ColumnOf(Current) > ColumnOf(anchor))
            {
                return null;
            }

            var gap = TextSpan.FromBounds(Previous.End, Current.Start);
            bool isBlank = _source.AsSpan(gap).IndexOfAnyExcept(" \t\r\n") < 0;
            Report(HabitDiagnostics.BraceOnNextLine(Place(Current), gap, isBlank));
        }

        return ParseBody(context, anchor);
    }

    private BodySyntax ParseBody(Context context, SyntaxToken anchor)
    {
        SyntaxToken open = Take();
        var elements = ImmutableArray.CreateBuilder<SyntaxElement>();
        if (context.Depth >= MaxDepth)
        {
            elements.Add(SkipTooDeep(open));
        }
        else
        {
            bool inline = !EndsLine(Current);
            ParseElements(elements, new Context(InBody: true, inline, anchor.Start, context.Depth + 1));
        }

        return new BodySyntax(open, elements.ToImmutable(), CloseBody(open, anchor));
    }

    private SyntaxToken CloseBody(SyntaxToken open, SyntaxToken anchor)
    {
        // A brace further left than the statement closes an outer body; this one has lost its own.
        bool closesOuter =
            At(TokenKind.CloseBrace)
            && _unclosedBraces > 0
            && Current.IsOnNewLine
            && ColumnOf(Current) < ColumnOf(anchor);
        if (At(TokenKind.CloseBrace) && !closesOuter)
        {
            return Take();
        }

        _unclosedBraces--;
        Report(SyntaxDiagnostics.MissingBrace(Place(open), At(TokenKind.EndOfFile) ? null : Place(Current)));
        return SyntaxToken.Missing(TokenKind.CloseBrace, Previous.End);
    }

    private SyntaxElement SkipTooDeep(SyntaxToken open)
    {
        if (!_depthReported)
        {
            Report(SyntaxDiagnostics.NestingTooDeep(Place(open)));
            _depthReported = true;
        }

        TokenKind opener = open.Kind;
        TokenKind closer = opener == TokenKind.OpenBrace ? TokenKind.CloseBrace : TokenKind.CloseBracket;
        var skipped = ImmutableArray.CreateBuilder<SyntaxToken>();
        int depth = 0;
        while (!At(TokenKind.EndOfFile) && (depth > 0 || !At(closer)))
        {
            depth +=
                At(opener) ? 1
                : At(closer) ? -1
                : 0;
            skipped.Add(Take());
        }

        return skipped.Count == 0
            ? SyntaxToken.Missing(TokenKind.Bad, open.End)
            : new SkippedSyntax(skipped.ToImmutable());
    }
}
