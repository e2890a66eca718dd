using Xunit;

namespace PromptDsl.Tests.Syntax.Recovery;

/// <summary>Quoted keys, braces and commas of JSON.</summary>
public sealed class JsonTests
{
    public static TheoryData<string, string, string> Mistakes =>
        new()
        {
            {
                """
                    {
                      "title": "a",
                      "style": {
                        "medium": "oil",
                        "palette": ["#fff", "#000"]
                      },
                      "details": [
                        { "object": "lamp", "at": "left" },
                        { "object": "table" }
                      ],
                      "last": true
                    }
                    """,
                "IMG0062 «{»",
                "title:, style { medium:, palette: }, details:, last:"
            },
            {
                """
                    "title": "a"
                    "style": { "medium": "oil" }
                    subject: "b"
                    """,
                "IMG0062 «\"title\"» IMG0056 «:»",
                "title:, style { medium: }, subject:"
            },
            {
                """
                    "a": 1,
                    "b": 2,
                    last: 1
                    """,
                "IMG0062 «\"a\"» IMG0067 «,»",
                "a:, b:, last:"
            },
            {
                """
                    a: {b: 1, c: 2}
                    last: 1
                    """,
                "IMG0056 «:»",
                "a { b:, c: }, last:"
            },
            {
                """
                    details {
                      object: [{ at: left, "size": small }, {}]
                    }
                    last: 1
                    """,
                "IMG0062 «{»",
                "details { object: }, last:"
            },
            {
                """
                    negatives: [{ a = "b", c: 'd' }, "e"]
                    last: 1
                    """,
                "IMG0062 «{» IMG0055 «=» IMG0052 «'d'»",
                "negatives:, last:"
            },
            {
                """
                    negatives: [people; boats]
                    last: 1
                    """,
                "IMG0054 «;»",
                "negatives:, last:"
            },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void GivesItsFindingsAndKeepsTheRest(string source, string findings, string statements) =>
        Recovery.Check(source, findings, statements);
}
