using Xunit;

namespace PromptDsl.Tests.Semantics;

public class ImportTests
{
    [Theory]
    [InlineData("use \"nope.imgp\"", "IMG1040 \"nope.imgp\"")]
    [InlineData("use \"no pe.imgp\"", "IMG1040 \"no pe.imgp\"")]
    [InlineData("use \"../x.imgp\" as x", "IMG1038 \"../x.imgp\"")]
    [InlineData("use \"/x.imgp\" as x", "IMG1037 \"/x.imgp\"")]
    [InlineData("use \"main.imgp\" as self", "IMG1042 \"main.imgp\"")]
    [InlineData(
        "use \"nope.imgp\" as n\nsubject: \"${n.a}\"\nstyle { include n.s, palette: [n.b] }",
        "IMG1040 \"nope.imgp\""
    )]
    public void A_file_that_cannot_be_had_is_one_finding(string source, string expected) =>
        BindResult.Finds(source, expected);

    [Fact]
    public void A_circle_is_shown_with_its_chain()
    {
        var files = new MemoryFiles { ["a.imgp"] = "use \"b.imgp\" as b\n", ["b.imgp"] = "use \"a.imgp\" as a\n" };
        BindResult result = BindResult.Of("use \"a.imgp\" as a\nsubject: \"x\"", files);
        Assert.StartsWith("The circle is a.imgp → b.imgp → a.imgp.", Assert.Single(result.Findings).Help);
    }

    [Fact]
    public void A_name_does_not_reach_through_a_file()
    {
        var files = new MemoryFiles
        {
            ["brand.imgp"] = "use \"colors.imgp\" as colors\ndefine color accent colors.ink\n",
            ["colors.imgp"] = "define color ink #123456\n",
        };
        BindResult.Finds(
            "use \"brand.imgp\" as brand\nsubject: \"${brand.colors.ink}\"\nstyle { palette: [brand.colors] }",
            files,
            [],
            "IMG1031 ${brand.colors.ink}",
            "IMG1031 brand.colors"
        );
        BindResult direct = BindResult.Silent("use \"brand.imgp\" as brand\nsubject: \"${brand.accent}\"", files);
        Assert.Equal("#123456", direct.Model.Base.Subject!.Description!.Plain);
    }

    [Fact]
    public void A_file_name_is_the_name_of_the_file_in_any_script()
    {
        var files = new MemoryFiles { ["공통/색.imgp"] = "define color 강조 #FF5533\n" };
        BindResult result = BindResult.Silent("use \"공통/색.imgp\"\nsubject: \"${색.강조}\"", files);
        Assert.Equal("#FF5533", result.Model.Base.Subject!.Description!.Plain);
    }

    [Fact]
    public void A_file_name_that_is_no_name_needs_one()
    {
        var files = new MemoryFiles { ["2026 brand.imgp"] = "define color a #FFF\n" };
        BindResult result = BindResult.Of("use \"2026 brand.imgp\"\nsubject: \"x\"", files);
        Assert.Equal("Give it a name: `use \"2026 brand.imgp\" as brand`.", Assert.Single(result.Findings).Help);
    }

    [Fact]
    public void Two_files_cannot_have_one_name()
    {
        var files = new MemoryFiles { ["a.imgp"] = "", ["b/a.imgp"] = "" };
        BindResult.Finds("use \"a.imgp\"\nuse \"b/a.imgp\"\nsubject: \"x\"", files, [], "IMG1008 \"b/a.imgp\"");
    }

    [Fact]
    public void Paths_and_names_of_an_imported_file_are_its_own()
    {
        var files = new MemoryFiles
        {
            ["lib/t.imgp"] =
                "param tone: text = \"pale\"\nreference board \"board.png\" { role: style }\nsubject: \"${tone} board\"\n",
        };
        BindResult result = BindResult.Silent("use \"lib/t.imgp\" as t\nextends t", files);
        Assert.Equal("lib/board.png", Assert.Single(result.Model.References).Image.Path);
        Assert.Equal("pale board", result.Model.Base.Subject!.Description!.Plain);
    }

    [Fact]
    public void Findings_in_an_imported_file_point_into_it()
    {
        var files = new MemoryFiles { ["lib.imgp"] = "define style s { medum: \"ink\" }\n" };
        BindResult result = BindResult.Of("use \"lib.imgp\" as lib\nsubject: \"x\"\nstyle { include lib.s }", files);
        Assert.Equal("lib.imgp", Assert.Single(result.Findings).Source.Path);
    }
}
