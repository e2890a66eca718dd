using PromptDsl.Diagnostics;
using PromptDsl.Semantics;
using Xunit;

namespace PromptDsl.Tests.Semantics;

public class DefinitionTests
{
    private const string TwoStyles = """
        define style house { medium: "ink", lighting: "soft", mix "flat colours" { weight: 60% } }
        define style spring { medium: "gouache", lighting: "soft" }
        subject: "a fox"

        """;

    [Theory]
    [InlineData("style { include house }", "ink")]
    [InlineData("style { include house, medium: \"own\" }", "own")]
    [InlineData("style { medium: \"own\", include house }", "own")]
    [InlineData("style { include house, include spring, medium: \"own\" }", "own")]
    public void What_the_block_says_itself_wins(string style, string medium)
    {
        BindResult result = BindResult.Silent(TwoStyles + style);
        Assert.Equal(medium, result.Model.Base.Style!.Fields["medium"]!.Written);
        Assert.Equal("soft", result.Model.Base.Style.Fields["lighting"]!.Written);
    }

    [Fact]
    public void Of_two_that_disagree_the_later_counts_and_both_places_are_shown()
    {
        BindResult result = BindResult.Of(TwoStyles + "style { include house, include spring }");
        var warning = Assert.Single(result.Findings);
        Assert.Equal("IMG3111", warning.Code);
        Assert.Equal("\"gouache\"", warning.Primary.Place.Text);
        Assert.Equal("\"ink\"", Assert.Single(warning.Secondary).Place.Text);
        Assert.Equal("gouache", result.Model.Base.Style!.Fields["medium"]!.Written);
    }

    [Fact]
    public void Values_of_blocks_that_disagree_are_shown_as_well()
    {
        BindResult result = BindResult.Of(
            """
            define object a "a grey cat"
            define object b "a black cat"
            subject: "x"
            details { object cat { include a, include b } }
            """
        );
        Assert.Equal(
            "two definitions that are brought in disagree about `object cat`",
            Assert.Single(result.Findings).Message
        );
    }

    [Fact]
    public void Own_mixes_replace_those_that_are_brought_in()
    {
        BindResult result = BindResult.Silent(TwoStyles + "style { include house, mix \"linocut\" { weight: 100% } }");
        Assert.Equal("linocut", Assert.Single(result.Model.Base.Style!.Mixes).Style.Plain);
    }

    [Fact]
    public void A_definition_may_include_others_of_its_kind()
    {
        var files = new MemoryFiles
        {
            ["brand.imgp"] =
                "define style base { medium: \"ink\", finish: \"matte\" }\ndefine style house { include base, medium: \"oil\" }\n",
        };
        BindResult result = BindResult.Silent(
            "use \"brand.imgp\" as brand\nsubject: \"x\"\nstyle { include brand.house }",
            files
        );
        Assert.Equal("oil", result.Model.Base.Style!.Fields["medium"]!.Written);
        Assert.Equal("matte", result.Model.Base.Style.Fields["finish"]!.Written);
    }

    [Theory]
    [InlineData("define object cat \"a cat\"\nsubject: \"x\"\nstyle { include cat }", "IMG1060 cat")]
    [InlineData("define object cat \"a cat\"\nsubject: \"x\"\ninclude cat", "IMG1060 cat")]
    [InlineData("define color ink #000\nsubject: \"x\"\nstyle { include ink }", "IMG1060 ink")]
    [InlineData("define style a { include b }\ndefine style b { include a }\nsubject: \"x\"", "IMG1061 a")]
    [InlineData(
        "define style a { include b }\ndefine style b { include a }\nsubject: \"x\"\nstyle { include b }",
        "IMG1061 a"
    )]
    [InlineData("define style a { include a }\nsubject: \"x\"", "IMG1061 a")]
    [InlineData("define text a b\ndefine text b a\nsubject: a", "IMG1061 a")]
    [InlineData("define subject a \"${b}\"\nparam b: text = a\nsubject { include a }", "IMG1061 a")]
    [InlineData("param a: text = b\ndefine text b \"${a}\"\nsubject: a", "IMG1061 a")]
    [InlineData("define colour a #FFF\nsubject: \"x\"", "IMG1062 colour")]
    [InlineData("define file a { title: \"x\" }\nsubject: \"x\"", "IMG1062 file")]
    [InlineData("define vary a [1]\nsubject: \"x\"", "IMG1062 vary")]
    [InlineData("subject: \"x\"\nstyle { include brand.house }", "IMG1063 brand")]
    [InlineData("define style house { medium: \"a\" }\nsubject: \"x\"\nstyle { include huose }", "IMG1030 huose")]
    [InlineData("define number n\nsubject: \"${n}\"", "IMG0112 n")]
    [InlineData("define color c #FFF { x: 1 }\nsubject: \"${c}\"", "IMG0112 { x: 1 }")]
    [InlineData("define number n \"3\"\nsubject: \"${n}\"", "IMG1020 \"3\"")]
    [InlineData("define style a { medum: \"x\" }\nsubject: \"x\"\nstyle { include a }", "IMG1001 medum")]
    public void A_wrong_definition_is_one_finding(string source, string expected) => BindResult.Finds(source, expected);

    [Fact]
    public void A_circle_is_shown_with_what_each_of_it_needs()
    {
        Diagnostic circle = Assert.Single(
            BindResult.Of("define text c a\ndefine text b c\nparam a: text = b\nsubject: a").Findings
        );
        Assert.Equal("`c` needs itself", circle.Message);
        Assert.Equal(
            ["c needs `a`", "a needs `b`", "b needs `c`"],
            circle.Secondary.Prepend(circle.Primary).Select(l => $"{l.Place.Text} {l.Text}")
        );
        Assert.StartsWith("The circle is c → a → b → c.", circle.Help);
    }

    [Fact]
    public void A_chain_that_is_too_long_is_one_finding()
    {
        IEnumerable<string> chain = Enumerable.Range(1, 300).Select(n => $"define color d{n} d{n + 1}\n");
        BindResult.Finds(string.Concat(chain) + "define color d301 #FFF\nsubject: \"x\"", "IMG1064 d65");
    }

    [Fact]
    public void Names_in_a_definition_are_looked_up_where_it_is_declared()
    {
        var files = new MemoryFiles { ["lib.imgp"] = "define color ink #111111\ndefine style s { palette: [ink] }\n" };
        BindResult result = BindResult.Silent(
            "use \"lib.imgp\" as lib\ndefine color ink #222222\nsubject: \"x\"\nstyle { include lib.s }",
            files
        );
        Assert.Equal("#111111", Assert.Single(result.Model.Base.Style!.Palette).Color.Written);
    }

    [Fact]
    public void A_file_of_definitions_is_a_library() =>
        Assert.Equal(FileRole.Library, BindResult.Silent("define color a #FFF").File.Role);
}
