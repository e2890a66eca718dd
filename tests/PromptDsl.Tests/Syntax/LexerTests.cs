using PromptDsl.Diagnostics;
using PromptDsl.Syntax;
using PromptDsl.Text;
using Xunit;

namespace PromptDsl.Tests.Syntax;

public sealed class LexerTests
{
    public static TheoryData<string, string> Tokens =>
        new()
        {
            { "", "" },
            { "a", "Identifier a" },
            { "safe-area", "Identifier safe-area" },
            { "a- b_1", "Identifier a-, Identifier b_1" },
            { "_", "Identifier _" },
            { "남자-주인공", "Identifier 남자-주인공" },
            { "e\u0301t", "Identifier e\u0301t" },
            { "\uD840\uDC00a", "Identifier \uD840\uDC00a" },
            { "a:b", "Identifier a, Colon :, Identifier b" },
            { "a.b", "Identifier a, Dot ., Identifier b" },
            { "{}[],", "OpenBrace {, CloseBrace }, OpenBracket [, CloseBracket ], Comma ," },
            { "=;", "EqualsSign =, Semicolon ;" },
            { "12 -3 0.5", "Number 12, Number -3, Number 0.5" },
            { "60% -1.5%", "Percent 60%, Percent -1.5%" },
            { "16:9 2.35:1", "Ratio 16:9, Ratio 2.35:1" },
            { "1536x1024", "Size 1536x1024" },
            { "#FFF #2E4057 #2e405780", "Color #FFF, Color #2E4057, Color #2e405780" },
            { "\"\" \"a\" \"\\\"\"", "String \"\", String \"a\", String \"\\\"\"" },
            { "\"a\"\"b\"", "String \"a\", String \"b\"" },
            { "\"\"\"a\"\"\"", "RawString \"\"\"a\"\"\"" },
            { "\"\"\"\" \"\"\" \"\"\"\"", "RawString \"\"\"\" \"\"\" \"\"\"\"" },
            { "a // b\nc /* d */ e", "Identifier a, Identifier c, Identifier e" },
            { "// \"\n/* [ */", "" },
            { "\uFEFFa", "Identifier a" },
            { "=======\na", "ConflictMarker =======, Identifier a" },
            { " =======", string.Join(", ", Enumerable.Repeat("EqualsSign =", 7)) },
            { "(!)", "Bad (!)" },
            { "🎨", "Bad 🎨" },
            { "-.5", "Bad -., Number 5" },
        };

    [Theory]
    [MemberData(nameof(Tokens), DisableDiscoveryEnumeration = true)]
    public void Cuts(string text, string expected)
    {
        var source = SourceText.FromString(text);
        ArraySegment<SyntaxToken> tokens = Lexer.Tokenize(source, []);
        Assert.Equal(expected, string.Join(", ", tokens[..^1].Select(t => $"{t.Kind} {source.ToString(t.Span)}")));
        Assert.Equal(TokenKind.EndOfFile, tokens[^1].Kind);
    }

    [Theory]
    [InlineData("a\nb", true)]
    [InlineData("a\r\nb", true)]
    [InlineData("a\rb", true)]
    [InlineData("a// c\nb", true)]
    [InlineData("a/* \n */b", true)]
    [InlineData("a/* */b", false)]
    [InlineData("a\tb", false)]
    [InlineData("a \u2028 b", false)]
    public void KnowsWhereALineBegins(string text, bool expected)
    {
        ArraySegment<SyntaxToken> tokens = Lexer.Tokenize(SourceText.FromString(text), []);
        Assert.True(tokens[0].IsOnNewLine);
        Assert.Equal(expected, tokens[1].IsOnNewLine);
    }

    [Theory]
    [InlineData("\uFEFF // a\r\n\t/* b */x", "ByteOrderMark WhiteSpace LineComment LineBreak WhiteSpace BlockComment")]
    [InlineData("\r\n\n\r x", "LineBreak LineBreak LineBreak WhiteSpace")]
    [InlineData("/* a */ // b\nx", "BlockComment WhiteSpace LineComment LineBreak")]
    [InlineData("# a\nx", "LineComment LineBreak")]
    public void KeepsWhatStandsBetweenTokens(string text, string expected)
    {
        var source = SourceText.FromString(text);
        SyntaxToken token = Lexer.Tokenize(source, [])[0];
        Assert.Equal(expected, string.Join(' ', SyntaxTrivia.Before(token, source).Select(t => t.Kind)));
    }

    [Theory]
    [InlineData("12345678901234567", "IMG0016")]
    [InlineData(".5", "IMG0016")]
    [InlineData("3D", "IMG0016")]
    [InlineData("12px", "IMG0016")]
    [InlineData("1.2.3", "IMG0016")]
    [InlineData("1-2", "IMG0016")]
    [InlineData("5%%", "IMG0016")]
    [InlineData("0x1", "IMG0016")]
    [InlineData("1x2147483648", "IMG0016")]
    [InlineData("0:1", "IMG0016")]
    [InlineData("1:1000000", "IMG0016")]
    [InlineData("-1:2", "IMG0016")]
    [InlineData("1\u00D71", "IMG0016")]
    [InlineData("16\u22369", "IMG0016")]
    [InlineData("#", "IMG0050")]
    [InlineData("#ff", "IMG0017")]
    [InlineData("#ffff", "IMG0017")]
    [InlineData("#fffg", "IMG0017")]
    [InlineData("#ggg", "IMG0017")]
    public void ReportsMalformedLiterals(string text, string code)
    {
        var problems = new List<Diagnostic>();
        Lexer.Tokenize(SourceText.FromString($"a: {text}"), problems);
        Diagnostic problem = Assert.Single(problems);
        Assert.Equal(code, problem.Code);
        Assert.Equal(3, problem.Span.Start);
    }
}
