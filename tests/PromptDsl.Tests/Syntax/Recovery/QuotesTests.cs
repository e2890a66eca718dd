using Xunit;

namespace PromptDsl.Tests.Syntax.Recovery;

/// <summary>Quotation marks and punctuation of word processors and input methods.</summary>
public sealed class QuotesTests
{
    public static TheoryData<string, string, string> Mistakes =>
        new()
        {
            {
                """
                    subject: “a red fox”
                    last: 1
                    """,
                "IMG0052 «“a red fox”»",
                "subject:, last:"
            },
            {
                """
                    subject: “a "red" fox”
                    last: 1
                    """,
                "IMG0052 «“a \"red\" fox”»",
                "subject:, last:"
            },
            {
                """
                    subject：“a red fox”，
                    style｛medium：“oil”｝
                    last: 1
                    """,
                "IMG0053 «：» IMG0052 «“a red fox”» IMG0067 «，»",
                "subject:, style { medium: }, last:"
            },
            {
                """
                    negatives：【“a”、“b”】
                    last: 1
                    """,
                "IMG0053 «：» IMG0052 «“a”»",
                "negatives:, last:"
            },
            {
                """
                    subject: “it’s "a" fox”
                    b: ‘it’s a fox’
                    c: 'it's a fox'
                    last: 1
                    """,
                "IMG0052 «“it’s \"a\" fox”»",
                "subject:, b:, c:, last:"
            },
            {
                """
                    subject: „ein Fuchs“
                    last: 1
                    """,
                "IMG0052 «„ein Fuchs“»",
                "subject:, last:"
            },
            {
                """
                    subject: «renard»
                    last: 1
                    """,
                "IMG0052 ««renard»»",
                "subject:, last:"
            },
            {
                """
                    subject: 「狐」
                    last: 1
                    """,
                "IMG0052 «「狐」»",
                "subject:, last:"
            },
            {
                """
                    subject: “a fox"
                    last: 1
                    """,
                "IMG0052 «“a fox\"»",
                "subject:, last:"
            },
            {
                """
                    subject: "a fox”
                    last: 1
                    """,
                "IMG0010 «\"a fox”»",
                "subject:, last:"
            },
            {
                """
                    negatives: [‘a’, ‘b’]
                    last: 1
                    """,
                "IMG0052 «‘a’»",
                "negatives:, last:"
            },
            {
                """
                    subject: a “red” fox
                    last: 1
                    """,
                "IMG0063 «a “red” fox»",
                "subject:, last:"
            },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void GivesItsFindingsAndKeepsTheRest(string source, string findings, string statements) =>
        Recovery.Check(source, findings, statements);
}
