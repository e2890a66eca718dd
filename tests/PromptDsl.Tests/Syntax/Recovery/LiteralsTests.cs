using PromptDsl.Diagnostics;
using PromptDsl.Syntax;
using Xunit;

namespace PromptDsl.Tests.Syntax.Recovery;

/// <summary>Strings, numbers and colours.</summary>
public sealed class LiteralsTests
{
    public static TheoryData<string, string, string> Mistakes =>
        new()
        {
            {
                """
                    subject: "a red fox
                    last: 1
                    """,
                "IMG0010 «\"a red fox»",
                "subject:, last:"
            },
            {
                """
                    size: 1024X1024
                    aspect: 16∶9
                    count: .5
                    width: 12px
                    size2: 1024×1024
                    time: 3D
                    last: 1
                    """,
                "IMG0016 «1024X1024» IMG0016 «16∶9» IMG0016 «.5» IMG0016 «12px» IMG0016 «1024×1024» IMG0016 «3D»",
                "size:, aspect:, count:, width:, size2:, time:, last:"
            },
            {
                """
                    size: 1024*1536
                    aspect: 16/9
                    count: ３
                    share: 60％
                    ratio: 16：9
                    last: 1
                    """,
                "IMG0016 «1024*1536» IMG0016 «16/9» IMG0016 «３» IMG0016 «60％» IMG0016 «16：9»",
                "size:, aspect:, count:, share:, ratio:, last:"
            },
            {
                """
                    color: ＃fff
                    palette: [＃ＡＢＣ, 1/2/3]
                    last: 1
                    """,
                "IMG0017 «＃fff» IMG0017 «＃ＡＢＣ» IMG0016 «1/2/3»",
                "color:, palette:, last:"
            },
            {
                """
                    color: #ff
                    color2: #GGGGGG
                    color3: #12345
                    last: 1
                    """,
                "IMG0017 «#ff» IMG0017 «#GGGGGG» IMG0017 «#12345»",
                "color:, color2:, color3:, last:"
            },
            {
                """
                    a: "\q\u1234\x41\r"
                    last: 1
                    """,
                "IMG0013 «\\q» IMG0013 «\\u1234» IMG0013 «\\x41» IMG0013 «\\r»",
                "a:, last:"
            },
            {
                """
                    a: "C:\new\dir"
                    last: 1
                    """,
                "IMG0013 «\\d»",
                "a:, last:"
            },
            {
                """
                    a: "${ b }${}${c d} ${x"
                    last: 1
                    """,
                "IMG0014 «${ b }» IMG0014 «${}» IMG0014 «${c d}» IMG0014 «${x»",
                "a:, last:"
            },
            {
                """"
                    a: """x
                     y
                     """
                    b: """
                     x
                       """
                    c: """
                     x """
                    last: 1
                    """",
                "IMG0015 «x» IMG0015 « x» IMG0015 « x »",
                "a:, b:, c:, last:"
            },
            {
                """
                    a: "x" // c
                    /* never
                    last: 1
                    """,
                "IMG0012 «/*»",
                "a:"
            },
            {
                """
                    a: b.
                    last: 1
                    """,
                "IMG0100 «.»",
                "a:, last:"
            },
            {
                """
                    a: 1, 2, 3
                    last: 1
                    """,
                "IMG0066 «1, 2, 3»",
                "a:, last:"
            },
            {
                """
                    subject: "a
                    red fox"
                    last: 1
                    """,
                "IMG0010 «\"a»",
                "subject:, red, last:"
            },
            {
                """
                    a: "${x"
                    b: "${ }"
                    last: 1
                    """,
                "IMG0014 «${x» IMG0014 «${ }»",
                "a:, b:, last:"
            },
            {
                """
                    negatives: [a., b]
                    last: 1
                    """,
                "IMG0100 «.»",
                "negatives:, last:"
            },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void GivesItsFindingsAndKeepsTheRest(string source, string findings, string statements) =>
        Recovery.Check(source, findings, statements);

    [Theory]
    [InlineData("1024*1536", "1024x1536", FixSafety.Safe)]
    [InlineData("1024×1536", "1024x1536", FixSafety.Safe)]
    [InlineData("１０２４ｘ１５３６", "1024x1536", FixSafety.Safe)]
    [InlineData("16∶9", "16:9", FixSafety.Safe)]
    [InlineData("16/9", "16:9", FixSafety.Unsafe)]
    [InlineData("３", "3", FixSafety.Safe)]
    [InlineData("60％", "60%", FixSafety.Safe)]
    [InlineData("＃ＡＢＣ", "#ABC", FixSafety.Safe)]
    public void A_value_in_other_characters_is_written_in_plain_ones(string written, string plain, FixSafety safety)
    {
        CodeFix fix = Assert.Single(Assert.Single(SyntaxTree.Parse($"a: {written}").Diagnostics).Fixes);
        Assert.Equal((plain, safety), (Assert.Single(fix.Edits).NewText, fix.Safety));
    }
}
