using Xunit;

namespace PromptDsl.Tests.Syntax.Recovery;

/// <summary>What a merge leaves behind.</summary>
public sealed class GitConflictTests
{
    public static TheoryData<string, string, string> Mistakes =>
        new()
        {
            {
                """
                    title: "a"
                    <<<<<<< HEAD
                    subject: "b"
                    =======
                    subject: "c"
                    >>>>>>> branch
                    last: 1
                    """,
                "IMG0064 «<<<<<<< HEAD»",
                "title:, subject:, last:"
            },
            {
                """
                    title: "a"
                    <<<<<<< HEAD
                    subject: "b"
                    ||||||| base
                    subject: "x"
                    =======
                    subject: "c"
                    >>>>>>> branch
                    last: 1
                    """,
                "IMG0064 «<<<<<<< HEAD»",
                "title:, subject:, last:"
            },
            {
                """
                    style {
                      medium: "oil"
                    <<<<<<< HEAD
                      lighting: "a"
                    =======
                      lighting: "b"
                    >>>>>>> branch
                      mood: "c"
                    }
                    last: 1
                    """,
                "IMG0064 «<<<<<<< HEAD»",
                "style { medium:, lighting:, mood: }, last:"
            },
            {
                """
                    negatives: [
                      "a",
                    <<<<<<< HEAD
                      "b",
                    =======
                      "c",
                    >>>>>>> branch
                    ]
                    last: 1
                    """,
                "IMG0064 «<<<<<<< HEAD»",
                "negatives:, last:"
            },
            {
                """
                    <<<<<<< HEAD
                    style {
                      medium: "oil"
                    =======
                    style {
                      medium: "ink"
                    >>>>>>> branch
                    }
                    last: 1
                    """,
                "IMG0064 «<<<<<<< HEAD»",
                "style { medium: }, last:"
            },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void GivesItsFindingsAndKeepsTheRest(string source, string findings, string statements) =>
        Recovery.Check(source, findings, statements);
}
