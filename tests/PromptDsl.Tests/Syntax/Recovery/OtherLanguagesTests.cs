using Xunit;

namespace PromptDsl.Tests.Syntax.Recovery;

/// <summary>HCL, CSS, TOML, Markdown, Python, JavaScript, XML.</summary>
public sealed class OtherLanguagesTests
{
    public static TheoryData<string, string, string> Mistakes =>
        new()
        {
            {
                """
                    style = {
                      medium = "oil"
                      lighting = "soft"
                    }
                    subject = "b"
                    """,
                "IMG0055 «=»",
                "style { medium:, lighting: }, subject:"
            },
            {
                """
                    style {
                      medium = "oil"
                    }
                    resource "object" "lamp" {
                      at = left
                    }
                    subject: "b"
                    """,
                "IMG0055 «=»",
                "style { medium: }, resource { at: }, subject:"
            },
            {
                """
                    style {
                      medium: "oil";
                      lighting: "soft";
                    }
                    subject: "b";
                    last: 1
                    """,
                "IMG0054 «;»",
                "style { medium:, lighting: }, subject:, last:"
            },
            {
                """
                    .style {
                      medium: "oil";
                    }
                    subject: "b"
                    """,
                "IMG0100 «.»",
                "subject:"
            },
            {
                """
                    [style]
                    medium = "oil"
                    lighting = "soft"

                    [technical]
                    aspect = 16:9
                    """,
                "IMG0069 «[» IMG0055 «=»",
                "medium:, lighting:, aspect:"
            },
            {
                """
                    [[objects]]
                    name = "lamp"
                    subject: "b"
                    """,
                "IMG0069 «[» IMG0055 «=»",
                "name:, subject:"
            },
            {
                """
                    # Title
                    subject: "b"
                    ## More
                    style { medium: "oil" }
                    """,
                "IMG0050 «#»",
                "subject:, style { medium: }"
            },
            {
                """
                    # Poster

                    - a fox
                    - a bear

                    subject: "b"
                    """,
                "IMG0050 «#» IMG0059 «-»",
                "subject:"
            },
            {
                """
                    * a fox
                    * a bear
                    subject: "b"
                    """,
                "IMG0059 «*»",
                "subject:"
            },
            {
                """
                    ```imgp
                    subject: "b"
                    ```
                    last: 1
                    """,
                "IMG0070 «```imgp»",
                "subject:, last:"
            },
            {
                """"
                    """A poster about foxes."""
                    subject: "b"
                    """",
                "IMG0100 «\"\"\"A poster about foxes.\"\"\"»",
                "subject:"
            },
            {
                """"
                    """
                    A poster about foxes: "red" ones.
                    """
                    subject: "b"
                    """",
                "IMG0100 «\"\"\"\nA poster about foxes: \"red\" ones.\n\"\"\"»",
                "subject:"
            },
            {
                """
                    "just a string"
                    subject: "b"
                    """,
                "IMG0100 «\"just a string\"»",
                "subject:"
            },
            {
                """
                    const style = {
                      medium: "oil",
                      lighting: "soft"
                    };
                    subject: "b"
                    """,
                "IMG0072 «const» IMG0054 «;»",
                "style { medium:, lighting: }, subject:"
            },
            {
                """
                    let x = "a"
                    var y = 3
                    subject: "b"
                    """,
                "IMG0072 «let»",
                "x:, y:, subject:"
            },
            {
                """
                    <prompt>
                      <subject>a fox</subject>
                    </prompt>
                    last: 1
                    """,
                "IMG0071 «<»",
                "last:"
            },
            {
                """
                    <!-- comment -->
                    subject: "b"
                    """,
                "IMG0071 «<!--»",
                "subject:"
            },
            {
                """
                    subject: <b>fox</b>
                    last: 1
                    """,
                "IMG0063 «<b>fox</b>»",
                "subject:, last:"
            },
            {
                """
                    @media {
                    }
                    last: 1
                    """,
                "IMG0100 «@»",
                "last:"
            },
            {
                """
                    1. a fox
                    2. a bear
                    last: 1
                    """,
                "IMG0059 «1»",
                "last:"
            },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void GivesItsFindingsAndKeepsTheRest(string source, string findings, string statements) =>
        Recovery.Check(source, findings, statements);
}
