using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Text;

namespace PromptDsl.Syntax;

/// <content>The five statements with a form of their own.</content>
internal sealed partial class Parser
{
    private delegate Diagnostic MalformedForm(SourceSpan place, string found, string expected);

    // ---- use "path" [as name]

    private UseSyntax ParseUse(Context context)
    {
        SyntaxToken keyword = Take();
        if (Current.Kind is not (TokenKind.String or TokenKind.RawString) || EndsLine(Current))
        {
            ValueSyntax rest = Malformed(
                SyntaxDiagnostics.MalformedUse,
                "the path of a file in quotation marks",
                context
            );
            return new UseSyntax(keyword, rest, null, null, null);
        }

        StringSyntax path = ParseString();
        if (EndsLine(Current) || !At(TokenKind.Identifier))
        {
            return new UseSyntax(keyword, path, null, null, null);
        }

        if (!AtWord("as"))
        {
            Report(SyntaxDiagnostics.MalformedUse(Place(Current), DescribeFound(), "`as`"));
            return new UseSyntax(keyword, path, null, Current, NameOf(Take()));
        }

        SyntaxToken asKeyword = Take();
        if (!At(TokenKind.Identifier) || EndsLine(Current))
        {
            Report(SyntaxDiagnostics.MalformedUse(Place(FoundOrEnd()), DescribeFound(), "a name"));
            return At(TokenKind.String) && OnSameLine
                ? new UseSyntax(keyword, path, asKeyword, Current, _source.ToString(Take().Span).Trim('"'))
                : new UseSyntax(keyword, path, asKeyword, null, null);
        }

        SyntaxToken alias = Take();
        return new UseSyntax(keyword, path, asKeyword, alias, NameOf(alias));
    }

    // ---- param name: type [= value] [{ … }]

    private StatementSyntax ParseParam(Context context)
    {
        SyntaxToken keyword = Take();
        if (!At(TokenKind.Identifier) || EndsLine(Current))
        {
            ValueSyntax rest = Malformed(SyntaxDiagnostics.MalformedParam, "a name", context);
            return new IncompleteSyntax(keyword, rest);
        }

        SyntaxToken nameToken = Take();
        SyntaxToken colon = SyntaxToken.Missing(TokenKind.Colon, nameToken.End);
        if (At(TokenKind.Colon) && OnSameLine)
        {
            colon = Take();
        }
        else
        {
            Report(SyntaxDiagnostics.MalformedParam(Place(FoundOrEnd()), DescribeFound(), "`: type`"));
        }

        TypeSyntax type = ParseType(context, reported: colon.IsMissing);
        SyntaxToken? equalsSign = null;
        ValueSyntax? value = null;
        bool lacksType = type.NameToken.IsMissing && !EndsLine(Current) && StartsValue(Current);
        if (lacksType)
        {
            value = ParseValue(context.Depth);
        }
        else if (At(TokenKind.EqualsSign) && OnSameLine)
        {
            equalsSign = Take();
            value = EndsLine(Current) ? null : ParseValue(context.Depth);
            if (value is null)
            {
                Report(SyntaxDiagnostics.MalformedParam(Place(FoundOrEnd()), DescribeFound(), "a default value"));
                value = new MissingValueSyntax(equalsSign.Value.End);
            }
            else if (
                value is PathSyntax
                && !EndsLine(Current)
                && !At(TokenKind.OpenBrace)
                && !EndsBody(context)
                && !At(TokenKind.Comma)
            )
            {
                value = TakeUnquotedText(context, _index - ((PathSyntax)value).PathTokens.Length);
            }
        }
        else if (!EndsLine(Current) && StartsValue(Current) && !At(TokenKind.Identifier))
        {
            if (!type.NameToken.IsMissing)
            {
                Report(SyntaxDiagnostics.MalformedParam(Place(Current), DescribeFound(), "`=`"));
            }

            value = ParseValue(context.Depth);
        }

        BodySyntax? body = ParseOptionalBody(context, keyword);
        return new ParamSyntax(keyword, nameToken, NameOf(nameToken), colon, type, equalsSign, value, body);
    }

    private TypeSyntax ParseType(Context context, bool reported)
    {
        if (!At(TokenKind.Identifier) || EndsLine(Current))
        {
            if (!reported)
            {
                Report(SyntaxDiagnostics.MalformedParam(Place(FoundOrEnd()), DescribeFound(), "a type"));
            }

            return new TypeSyntax(SyntaxToken.Missing(TokenKind.Identifier, Previous.End), "text", null);
        }

        SyntaxToken nameToken = Take();
        ListSyntax? options = At(TokenKind.OpenBracket) && OnSameLine ? ParseList(context.Depth) : null;
        return new TypeSyntax(nameToken, NameOf(nameToken), options);
    }

    // ---- define kind name [value] [{ … }]

    private StatementSyntax ParseDefine(Context context)
    {
        SyntaxToken keyword = Take();
        if (!At(TokenKind.Identifier) || EndsLine(Current))
        {
            ValueSyntax rest = Malformed(SyntaxDiagnostics.MalformedDefine, "a kind with a name", context);
            return new IncompleteSyntax(keyword, rest);
        }

        SyntaxToken afterKind = Peek(1);
        string found = EndsLine(afterKind) ? "the end of the line" : Describe(afterKind);
        BlockSyntax block = ParseBlock(context);
        if (block.Operands.IsEmpty)
        {
            TextSpan place = EndsLine(afterKind) ? block.KindToken.Span : afterKind.Span;
            Report(SyntaxDiagnostics.MalformedDefine(Place(place), found, "a name"));
        }
        else if (block.Operands[0] is PathSyntax { Word: null } path)
        {
            Report(
                SyntaxDiagnostics.MalformedDefine(Place(path.Span), $"`{Shorten(path.Text)}`", "a name without a dot")
            );
        }
        else if (block.Operands[0] is not (PathSyntax or UnquotedTextSyntax))
        {
            Report(SyntaxDiagnostics.MalformedDefine(Place(block.Operands[0].Span), found, "a name"));
        }

        return new DefineSyntax(keyword, block);
    }

    // ---- include path

    private IncludeSyntax ParseInclude(Context context)
    {
        SyntaxToken keyword = Take();
        ValueSyntax path =
            At(TokenKind.Identifier) && OnSameLine
                ? ParsePath()
                : Malformed(SyntaxDiagnostics.MalformedInclude, "the name of a definition", context);
        return new IncludeSyntax(keyword, path);
    }

    // ---- for pattern in value { … }

    private StatementSyntax ParseFor(Context context)
    {
        SyntaxToken keyword = Take();
        PatternSyntax? pattern = ParsePattern();
        if (pattern is null)
        {
            return new IncompleteSyntax(
                keyword,
                Malformed(SyntaxDiagnostics.MalformedFor, "a name (or names in brackets)", context)
            );
        }

        if (!AtWord("in") || EndsLine(Current))
        {
            return new IncompleteSyntax(keyword, Malformed(SyntaxDiagnostics.MalformedFor, "`in`", context, pattern));
        }

        SyntaxToken inKeyword = Take();
        ValueSyntax? items = EndsLine(Current) ? null : ParseValue(context.Depth);
        if (items is null)
        {
            return new IncompleteSyntax(
                keyword,
                Malformed(SyntaxDiagnostics.MalformedFor, "a list", context, pattern, inKeyword)
            );
        }

        BodySyntax? body = ParseOptionalBody(context, keyword);
        if (body is null)
        {
            return new IncompleteSyntax(
                keyword,
                Malformed(SyntaxDiagnostics.MalformedFor, "a body in braces", context, pattern, inKeyword, items)
            );
        }

        return new ForSyntax(keyword, pattern, inKeyword, items, body);
    }

    private PatternSyntax? ParsePattern()
    {
        if (At(TokenKind.Identifier) && OnSameLine)
        {
            SyntaxToken name = Take();
            return new PatternSyntax([name], [name], [NameOf(name)]);
        }

        if (!At(TokenKind.OpenBracket) || !OnSameLine)
        {
            return null;
        }

        // [name, name]; anything else is left where it is for the caller to report.
        int length = 1;
        while (Peek(length).Kind == TokenKind.Identifier)
        {
            length++;
            if (Peek(length).Kind != TokenKind.Comma)
            {
                break;
            }

            length++;
        }

        if (length == 1 || Peek(length).Kind != TokenKind.CloseBracket)
        {
            return null;
        }

        ImmutableArray<SyntaxToken> tokens = [.. _tokens.Slice(_index, length + 1)];
        _index += length + 1;
        ImmutableArray<SyntaxToken> names = [.. tokens.Where(t => t.Kind == TokenKind.Identifier)];
        return new PatternSyntax(tokens, names, [.. names.Select(NameOf)]);
    }

    // ---- malformed forms

    /// <summary>Reports what stands at the current place and takes the rest of the statement.</summary>
    private ValueSyntax Malformed(
        MalformedForm form,
        string expected,
        Context context,
        params ReadOnlySpan<SyntaxElement> taken
    )
    {
        Report(form(Place(FoundOrEnd()), DescribeFound(), expected));
        var tokens = ImmutableArray.CreateBuilder<SyntaxToken>();
        foreach (SyntaxElement element in taken)
        {
            tokens.AddRange(element.Node?.Tokens() ?? [element.Token]);
        }

        if (!EndsLine(Current) && !EndsBody(context) && !(At(TokenKind.Comma) && context.Inline))
        {
            tokens.AddRange(SkipLine(context).Tokens());
        }

        if (tokens.Count == 0)
        {
            return new MissingValueSyntax(Previous.End);
        }

        var text = TextSpan.FromBounds(tokens[0].Start, tokens[^1].End);
        _readAsText.Add(text);
        return new UnquotedTextSyntax(tokens.ToImmutable(), _source.ToString(text));
    }

    private TextSpan FoundOrEnd() => EndsLine(Current) ? Previous.Span : Current.Span;

    private string DescribeFound() => EndsLine(Current) ? "the end of the line" : Describe(Current);

    private static string Shorten(string text) => text.Length <= 30 ? text : text[..29] + "…";
}
