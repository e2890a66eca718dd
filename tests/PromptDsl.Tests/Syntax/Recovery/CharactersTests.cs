using Xunit;

namespace PromptDsl.Tests.Syntax.Recovery;

/// <summary>White space, encodings and characters that no file should hold.</summary>
public sealed class CharactersTests
{
    public static TheoryData<string, string, string> Mistakes =>
        new()
        {
            { "style {\n\tmedium:\t\"oil\"\n}\nlast: 1", "", "style { medium: }, last:" },
            { "title:\u00A0\"a\"\u00A0\nsubject:\u3000\"b\"\nlast: 1", "IMG0051 «\u00A0»", "title:, subject:, last:" },
            { "title: \"a\u00A0b\"\nlast: 1", "", "title:, last:" },
            { "title: \"a\"\rsubject: \"b\"\rstyle {\r a: 1\r}\rlast: 1", "", "title:, subject:, style { a: }, last:" },
            { "title: \"a\"\n\uFEFFsubject: \"b\"\nlast: 1", "IMG0051 «\uFEFF»", "title:, subject:, last:" },
            { "title: \"a\uFEFFb\"\nlast: 1", "", "title:, last:" },
            { "\uD83C\nlast: 1", "IMG0001 «\uD83C»", "last:" },
            {
                "\uDCFF\u0000\uDCFE\u0000t\u0000i\u0000t\u0000l\u0000e\u0000:\u0000 \u0000\"\u0000a\u0000\"\u0000\n\u0000l\u0000a\u0000s\u0000t\u0000:\u0000 \u00001\u0000\n\u0000",
                "IMG0001 «\uDCFF»",
                ""
            },
            {
                "\u0000t\u0000i\u0000t\u0000l\u0000e\u0000:\u0000 \u0000\"\u0000a\u0000\"\u0000\n\u0000l\u0000a\u0000s\u0000t\u0000:\u0000 \u00001\u0000\n",
                "IMG0001 «\u0000»",
                ""
            },
            { "title: \"a\u0000b\"\nlast: 1", "IMG0002 «\u0000»", "title:, last:" },
            { "title: \u202E\"a\"\nlast: 1", "IMG0003 «\u202E»", "title:, last:" },
            {
                "// \u202E x\ntitle: \"a\u202E\u202Cb\u200F\"\nlast: 1",
                "IMG0003 «\u202E» IMG0004 «\u202E» IMG0004 «\u202C»",
                "title:, last:"
            },
            { "title: red \u202E fox\nlast: 1", "IMG0063 «red \u202E fox» IMG0003 «\u202E»", "title:, last:" },
            { "title: \"a\"\u200B\nlast: 1", "IMG0051 «\u200B»", "title:, last:" },
        };

    [Theory]
    [MemberData(nameof(Mistakes), DisableDiscoveryEnumeration = true)]
    public void GivesItsFindingsAndKeepsTheRest(string source, string findings, string statements) =>
        Recovery.Check(source, findings, statements);
}
