using Xunit;

namespace PromptDsl.Tests.Syntax.Recovery;

/// <summary>The statements with a form of their own, and blocks.</summary>
public sealed class FormsTests
{
    public static TheoryData<string, string, string> Mistakes =>
        new()
        {
            {
                """
                    include "a"
                    last: 1
                    """,
                "IMG0113 «\"a\"»",
                "include, last:"
            },
            {
                """
                    use brand.imgp
                    use "brand.imgp" brand
                    use "a" as
                    use
                    last: 1
                    """,
                "IMG0110 «brand» IMG0110 «brand» IMG0110 «as» IMG0110 «use»",
                "use, use, use, use, last:"
            },
            {
                """
                    for x ["a"] { a: 1 }
                    for in [1] { a: 1 }
                    for x in { a: 1 }
                    for x in [1]
                    for (x in [1]) { b: 2 }
                    for x of ["a"] { a: 1 }
                    last: 1
                    """,
                "IMG0114 «[» IMG0114 «[» IMG0114 «{» IMG0114 «]» IMG0114 «(» IMG0114 «of»",
                "…, …, …, …, …, …, last:"
            },
            {
                """
                    define house { medium: "oil" }
                    define style { medium: "oil" }
                    define style "house" { medium: "oil" }
                    define
                    last: 1
                    """,
                "IMG0112 «{» IMG0112 «{» IMG0112 «\"house\"» IMG0112 «define»",
                "define house { medium: }, define style { medium: }, define style { medium: }, …, last:"
            },
            {
                """
                    param name
                    last: 1
                    """,
                "IMG0111 «name»",
                "param name, last:"
            },
            {
                """
                    param name:
                    last: 1
                    """,
                "IMG0111 «:»",
                "param name, last:"
            },
            {
                """
                    param name: text "a"
                    last: 1
                    """,
                "IMG0111 «\"a\"»",
                "param name, last:"
            },
            {
                """
                    param season: choice ["a", "b"] = a b
                    last: 1
                    """,
                "IMG0063 «a b»",
                "param season, last:"
            },
            {
                """
                    param x = "a"
                    last: 1
                    """,
                "IMG0111 «=»",
                "param x, last:"
            },
            {
                """
                    object lamp "a" "b" "c"
                    last: 1
                    """,
                "IMG0106 «\"b\"»",
                "object, last:"
            },
            {
                """
                    text title "Hello", at: top
                    last: 1
                    """,
                "IMG0067 «,»",
                "text, at:, last:"
            },
            {
                """
                    details {
                      object lamp: "a brass lamp"
                    }
                    last: 1
                    """,
                "IMG0056 «:»",
                "details { object }, last:"
            },
            {
                """
                    details {
                      object lamp: {
                     a: 1 }
                    }
                    last: 1
                    """,
                "IMG0056 «:»",
                "details { object { a: } }, last:"
            },
            {
                """
                    a.b: 1
                    last: 1
                    """,
                "IMG0100 «.»",
                "a, last:"
            },
            {
                """
                    style.medium = "oil"
                    last: 1
                    """,
                "IMG0100 «.»",
                "style, last:"
            },
            {
                """
                    use "a.imgp" as "b"
                    last: 1
                    """,
                "IMG0110 «\"b\"»",
                "use, last:"
            },
            {
                """
                    param name text = "x"
                    last: 1
                    """,
                "IMG0111 «text»",
                "param name, last:"
            },
            {
                """
                    param "name": text
                    last: 1
                    """,
                "IMG0111 «\"name\"»",
                "…, last:"
            },
            {
                """
                    param name: "text"
                    last: 1
                    """,
                "IMG0111 «\"text\"»",
                "param name, last:"
            },
            {
                """
                    for a, b in [[1, 2]] { c: 1 }
                    last: 1
                    """,
                "IMG0114 «,»",
                "…, last:"
            },
            {
                """
                    include brand.house { a: 1 }
                    last: 1
                    """,
                "IMG0100 «{»",
                "include, last:"
            },
            {
                """
                    include
                    last: 1
                    """,
                "IMG0113 «include»",
                "include, last:"
            },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void GivesItsFindingsAndKeepsTheRest(string source, string findings, string statements) =>
        Recovery.Check(source, findings, statements);
}
