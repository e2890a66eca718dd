using Xunit;

namespace PromptDsl.Tests.Syntax.Recovery;

/// <summary>Raw strings without an end: what follows them is still understood.</summary>
public sealed class RawStringTests
{
    private const string Opened = "IMG0011 «\"\"\"»";

    public static TheoryData<string, string, string> Mistakes =>
        new()
        {
            { "prompt: \"\"\"\n  A red fox.\nlast: 1", Opened, "prompt:, last:" },
            { "prompt: \"\"\"\r\n  A red fox.\r\n\r\nlast: 1", Opened, "prompt:, last:" },
            { "prompt: \"\"\"A red fox.\nlast: 1", Opened, "prompt:, last:" },
            { "prompt: \"\"\"\nA red fox: it sits.\nLight: soft and warm\nlast: 1", Opened, "prompt:, last:" },
            { "prompt: \"\"\"\n  a\nstyle { medium: \"ink\" }", Opened, "prompt:, style { medium: }" },
            { "prompt: \"\"\"\n  a\nstage b {\n  change: \"c\"\n}", Opened, "prompt:, stage { change: }" },
            { "stage a {\n  change: \"\"\"\n    b\n}\nlast: 1", Opened, "stage { change: }, last:" },
            { "stage a {\n  change: \"\"\"\n    b\n  keep: [c]\n}", Opened, "stage { change:, keep: }" },
            { "prompt: \"\"\"\n  a\nuse \"b.imgp\" as b\nparam c: text", Opened, "prompt:, use, param c" },
            { "prompt: \"\"\"\n  a\ndefine color c #FFF", Opened, "prompt:, define color" },
            { "prompt: \"\"\"\n  a\nnote: \"\"\"\n  b\n  \"\"\"\nlast: 1", Opened, "prompt:, note:, last:" },
            {
                "prompt: \"\"\"\n  a\nstage b {\n  change: \"\"\"\n    c\n    \"\"\"\n}",
                Opened,
                "prompt:, stage { change: }"
            },
            { "prompt: \"\"\"\n  a fox {wild}\nand more: of it, too", Opened, "prompt:" },
            { "prompt: \"\"\"\n  a\n  \"\"\"\nlast: 1", "", "prompt:, last:" },
            { "prompt: \"\"\"\n  b: \"c\"\n  d { e: 1 }\n  \"\"\"\nlast: 1", "", "prompt:, last:" },
            { "prompt: \"\"\"\nb: \"c\"\n\"\"\"\nlast: 1", "", "prompt:, last:" },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void GivesItsFindingsAndKeepsTheRest(string source, string findings, string statements) =>
        Recovery.Check(source, findings, statements);
}
