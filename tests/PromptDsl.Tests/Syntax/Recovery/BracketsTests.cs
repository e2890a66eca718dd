using Xunit;

namespace PromptDsl.Tests.Syntax.Recovery;

/// <summary>Braces, brackets and commas that are missing, or one too many.</summary>
public sealed class BracketsTests
{
    public static TheoryData<string, string, string> Mistakes =>
        new()
        {
            {
                """
                    style {
                      medium: "oil"
                    subject: "b"
                    last: 1
                    """,
                "IMG0102 «{»",
                "style { medium: }, subject:, last:"
            },
            {
                """
                    details {
                      object lamp "x" {
                        at: left
                      object table "y"
                    }
                    last: 1
                    """,
                "IMG0102 «{»",
                "details { object { at: }, object }, last:"
            },
            {
                """
                    details {
                      object lamp "x" {
                        at: left
                        note { a: 1
                      }
                      object table "y"
                    }
                    last: 1
                    """,
                "IMG0102 «{»",
                "details { object { at:, note { a: } }, object }, last:"
            },
            {
                """
                    style { medium: "oil"
                    subject: "b"
                    """,
                "IMG0102 «{»",
                "style { medium:, subject: }"
            },
            {
                """
                    style {
                      medium: "oil"
                    }
                    }
                    last: 1
                    """,
                "IMG0103 «}»",
                "style { medium: }, last:"
            },
            {
                """
                    negatives: ["a", "b"
                    last: 1
                    """,
                "IMG0104 «[»",
                "negatives:, last:"
            },
            {
                """
                    negatives: [
                      "a",
                      "b"
                    last: 1
                    style { a: 1 }
                    """,
                "IMG0104 «[»",
                "negatives:, last:, style { a: }"
            },
            {
                """
                    style {
                      palette: [#fff, #000
                      medium: "oil"
                    }
                    last: 1
                    """,
                "IMG0104 «[»",
                "style { palette:, medium: }, last:"
            },
            {
                """
                    style {
                      palette: [#fff, #000
                    }
                    last: 1
                    """,
                "IMG0104 «[»",
                "style { palette: }, last:"
            },
            {
                """
                    negatives: "a", "b"]
                    last: 1
                    """,
                "IMG0066 «\"a\", \"b\"»",
                "negatives:, last:"
            },
            {
                """
                    negatives: ["a", ["b", "c"]
                    last: 1
                    """,
                "IMG0104 «[»",
                "negatives:, last:"
            },
            {
                """
                    style
                    {
                      medium: "oil"
                    }
                    object lamp
                    {
                    }
                    last: 1
                    """,
                "IMG0057 «{»",
                "style { medium: }, object { }, last:"
            },
            {
                """
                    negatives: ["a" "b" "c"]
                    palette: [
                      #fff
                      #000
                    ]
                    last: 1
                    """,
                "IMG0065 «\"b\"»",
                "negatives:, palette:, last:"
            },
            {
                """
                    technical { aspect: 2:3 quality: low format: png }
                    last: 1
                    """,
                "IMG0065 «quality»",
                "technical { aspect:, quality:, format: }, last:"
            },
            {
                """
                    style { } technical { }
                    last: 1
                    """,
                "IMG0065 «technical»",
                "style { }, technical { }, last:"
            },
            {
                """
                    style {
                     medium "oil"
                    }}
                    last: 1
                    """,
                "IMG0103 «}»",
                "style { medium }, last:"
            },
            {
                """
                    style { a: [1, 2 }
                    last: 1
                    """,
                "IMG0104 «[»",
                "style { a: }, last:"
            },
            {
                """
                    a {
                     b: [
                      "x",
                    }
                    last: 1
                    """,
                "IMG0104 «[»",
                "a { b: }, last:"
            },
            {
                """
                    a {
                      b: "x",
                      , c: 1
                    }
                    last: 1
                    """,
                "IMG0100 «,»",
                "a { b:, c: }, last:"
            },
            {
                """
                    style { a: 1
                      b: 2
                    }
                    }
                    last: 1
                    """,
                "IMG0103 «}»",
                "style { a:, b: }, last:"
            },
            {
                """
                    for x in ["a"] {
                      object "x"
                    last: 1
                    """,
                "IMG0102 «{»",
                "for { object }, last:"
            },
            {
                """
                    param a: text = "x" {
                      max-length: 4
                    last: 1
                    """,
                "IMG0102 «{»",
                "param a { max-length: }, last:"
            },
            {
                """
                    a: [
                      "x",
                      "y"
                    }
                    last: 1
                    """,
                "IMG0104 «[»",
                "a:, last:"
            },
            {
                """
                    a: [b: 1, c: 2]
                    last: 1
                    """,
                "IMG0100 «:»",
                "a:, last:"
            },
            {
                """
                    a: [{ b: 1 }, { c: 2 }]
                    last: 1
                    """,
                "IMG0062 «{»",
                "a:, last:"
            },
            {
                """
                    a ["x", "y"
                    b: 1
                    last: 1
                    """,
                "IMG0104 «[»",
                "a, b:, last:"
            },
            {
                """
                    define style house
                    {
                      a: 1
                    }
                    last: 1
                    """,
                "IMG0057 «{»",
                "define style { a: }, last:"
            },
            {
                """
                    a: "x"}
                    last: 1
                    """,
                "IMG0103 «}»",
                "a:, last:"
            },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void GivesItsFindingsAndKeepsTheRest(string source, string findings, string statements) =>
        Recovery.Check(source, findings, statements);
}
