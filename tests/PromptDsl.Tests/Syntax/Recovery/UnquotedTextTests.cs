using Xunit;

namespace PromptDsl.Tests.Syntax.Recovery;

/// <summary>Prose without quotation marks, and slots outside strings.</summary>
public sealed class UnquotedTextTests
{
    public static TheoryData<string, string, string> Mistakes =>
        new()
        {
            {
                """
                    subject: a red fox in snow, at dawn
                    last: 1
                    """,
                "IMG0063 «a red fox in snow, at dawn»",
                "subject:, last:"
            },
            {
                """
                    subject: a red fox (young) sits - quietly; then runs
                    last: 1
                    """,
                "IMG0063 «a red fox (young) sits - quietly; then runs»",
                "subject:, last:"
            },
            {
                """
                    subject: 눈 속의 붉은 여우가 앉아 있다.
                    last: 1
                    """,
                "IMG0063 «눈 속의 붉은 여우가 앉아 있다.»",
                "subject:, last:"
            },
            {
                """
                    subject 눈 속의 붉은 여우
                    last: 1
                    """,
                "IMG0063 «subject 눈 속의 붉은 여우»",
                "subject, last:"
            },
            {
                """
                    subject: the fox's den, it's cold
                    last: 1
                    """,
                "IMG0063 «the fox's den, it's cold»",
                "subject:, last:"
            },
            {
                """
                    subject: don't "quote" this
                    last: 1
                    """,
                "IMG0063 «don't \"quote\" this»",
                "subject:, last:"
            },
            {
                """
                    subject: it's 5 o'clock
                    last: 1
                    """,
                "IMG0063 «it's 5 o'clock»",
                "subject:, last:"
            },
            {
                """
                    style { palette: [rgb(1, 2, 3), red (warm, deep)], medium: oil (thick, wet), finish: "b" }
                    last: 1
                    """,
                "IMG0063 «rgb(1, 2, 3)»",
                "style { palette:, medium:, finish: }, last:"
            },
            {
                """
                    style { medium: oil (thick, finish: "b" }
                    last: 1
                    """,
                "IMG0063 «oil (thick»",
                "style { medium:, finish: }, last:"
            },
            {
                """
                    object my lamp "a lamp"
                    last: 1
                    """,
                "IMG0063 «my lamp \"a lamp\"»",
                "object, last:"
            },
            {
                """
                    A red fox in snow.
                    last: 1
                    """,
                "IMG0063 «A red fox in snow.»",
                "A, last:"
            },
            {
                """
                    A red fox in snow, at dawn.
                    It's cold.
                    last: 1
                    """,
                "IMG0063 «A red fox in snow, at dawn.»",
                "A, It, last:"
            },
            {
                """
                    Subject: A red fox
                    last: 1
                    """,
                "IMG0063 «A red fox»",
                "Subject:, last:"
            },
            {
                """
                    style { mood: calm and quiet, light: soft, x: "y" }
                    last: 1
                    """,
                "IMG0063 «calm and quiet»",
                "style { mood:, light:, x: }, last:"
            },
            {
                """
                    font: ${body-font}
                    text "${name}" { color: ${accent} }
                    last: 1
                    """,
                "IMG0068 «${body-font}»",
                "font:, text { color: }, last:"
            },
            {
                """
                    stage ${n} { a: 1 }
                    last: 1
                    """,
                "IMG0068 «${n}»",
                "stage { a: }, last:"
            },
            {
                """
                    subject: $name
                    last: 1
                    """,
                "IMG0068 «$name»",
                "subject:, last:"
            },
            {
                """
                    title: "a" b: 1
                    last: 1
                    """,
                "IMG0065 «b»",
                "title:, b:, last:"
            },
            {
                """
                    subject: "she said "hi" to me"
                    last: 1
                    """,
                "IMG0100 «hi»",
                "subject:, last:"
            },
            {
                """
                    negatives: [a red, b]
                    last: 1
                    """,
                "IMG0063 «a red»",
                "negatives:, last:"
            },
            {
                """
                    a: rgb(1,2,3)
                    last: 1
                    """,
                "IMG0063 «rgb(1,2,3)»",
                "a:, last:"
            },
            {
                """
                    a: 50 %
                    last: 1
                    """,
                "IMG0063 «50 %»",
                "a:, last:"
            },
            {
                """
                    subject: a fox --ar 16:9
                    last: 1
                    """,
                "IMG0063 «a fox --ar 16:9»",
                "subject:, last:"
            },
            {
                """
                    subject: {{name}}
                    last: 1
                    """,
                "IMG0068 «{{name}}»",
                "subject:, last:"
            },
            {
                """
                    a: b c d: e
                    last: 1
                    """,
                "IMG0063 «b c d: e»",
                "a:, last:"
            },
            {
                """
                    a: 1 2
                    last: 1
                    """,
                "IMG0063 «1 2»",
                "a:, last:"
            },
            {
                """
                    a: "x" "y"
                    last: 1
                    """,
                "IMG0100 «\"y\"»",
                "a:, last:"
            },
            {
                """
                    a { "x" }
                    last: 1
                    """,
                "IMG0100 «\"x\"»",
                "a { }, last:"
            },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void GivesItsFindingsAndKeepsTheRest(string source, string findings, string statements) =>
        Recovery.Check(source, findings, statements);
}
