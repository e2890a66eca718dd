using Xunit;

namespace PromptDsl.Tests.Syntax.Recovery;

/// <summary>Indentation, bullets and markers of YAML.</summary>
public sealed class YamlTests
{
    public static TheoryData<string, string, string> Mistakes =>
        new()
        {
            {
                """
                    title: "a"
                    style:
                      medium: "oil"
                      lighting: soft light
                    subject: "b"
                    """,
                "IMG0058 «style» IMG0063 «soft light»",
                "title:, style { medium:, lighting: }, subject:"
            },
            {
                """
                    title: a
                    negatives:
                      - people
                      - boats
                    subject: "b"
                    """,
                "IMG0059 «-»",
                "title:, negatives:, subject:"
            },
            {
                """
                    title: a
                    negatives:
                    - people
                    - boats
                    subject: "b"
                    """,
                "IMG0059 «-»",
                "title:, negatives:, subject:"
            },
            {
                """
                    ---
                    title: "a"
                    ---
                    subject: "b"
                    """,
                "IMG0060 «---»",
                "title:, subject:"
            },
            {
                """
                    prompt: |
                      A red fox
                      in snow: it's cold
                    subject: "b"
                    """,
                "IMG0061 «|»",
                "prompt:, subject:"
            },
            {
                """
                    prompt: >-
                      A red fox
                    subject: "b"
                    """,
                "IMG0061 «>-»",
                "prompt:, subject:"
            },
            {
                """
                    subject:
                      "a red fox"
                    last: 1
                    """,
                "IMG0101 «:»",
                "subject:, last:"
            },
            {
                """
                    subject:
                      a red fox
                    last: 1
                    """,
                "IMG0063 «a red fox»",
                "subject:, last:"
            },
            {
                """
                    subject:
                    last: 1
                    """,
                "IMG0101 «:»",
                "subject:, last:"
            },
            {
                """
                    negatives: [
                    - "a"
                    - "b"
                    ]
                    last: 1
                    """,
                "IMG0059 «-»",
                "negatives:, last:"
            },
            {
                """
                    details:
                      object:
                        at: left
                      count: 3
                    last: 1
                    """,
                "IMG0058 «details»",
                "details { object { at: }, count: }, last:"
            },
            {
                """
                    details {
                      object lamp:
                        at: left
                      object b: "x"
                    }
                    last: 1
                    """,
                "IMG0058 «object» IMG0056 «:»",
                "details { object { at: }, object }, last:"
            },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void GivesItsFindingsAndKeepsTheRest(string source, string findings, string statements) =>
        Recovery.Check(source, findings, statements);
}
