using Xunit;

namespace PromptDsl.Tests.Semantics;

public class PlacementTests
{
    [Theory]
    [InlineData("subjekt: \"a fox\"", "IMG1001 subjekt")]
    [InlineData("zebra: \"a fox\"", "IMG1001 zebra")]
    [InlineData("style { medum: \"ink\" }", "IMG1001 medum")]
    [InlineData("stile { medium: \"ink\" }", "IMG1002 stile")]
    [InlineData("if snow { }", "IMG1002 if")]
    [InlineData("scene \"a lake\"", "IMG1002 scene")]
    [InlineData("scene: \"a lake\"", "IMG1001 scene")]
    [InlineData("medium: \"ink\"", "IMG1003 medium")]
    [InlineData("style { subject: \"a fox\" }", "IMG1003 subject")]
    [InlineData("style { aspect: 2:3 }", "IMG1003 aspect")]
    [InlineData("object cabin \"a cabin\"", "IMG1004 object")]
    [InlineData("details { mix \"ink\" }", "IMG1004 mix")]
    [InlineData("details { stage light }", "IMG1004 stage")]
    [InlineData("style: \"ink\"", "IMG1005 style")]
    [InlineData("technical { safe-area: 60% }", "IMG1005 safe-area")]
    [InlineData("content poster", "IMG1006 content")]
    [InlineData("negatives [\"people\"]", "IMG1006 negatives")]
    [InlineData("style { define color a #FFF }", "IMG1015 define")]
    [InlineData("style { use \"a.imgp\" }", "IMG1015 use")]
    [InlineData("for x in [1] { param y: text = \"a\" }", "IMG1015 param")]
    [InlineData("when: true", "IMG1003 when")]
    [InlineData("for x in [1] { when: true }", "IMG1003 when")]
    [InlineData("a red fox in fresh snow", "IMG0063 a red fox in fresh snow")]
    [InlineData("details { object \"a\" object \"b\" }", "IMG0065 object")]
    [InlineData("details { object \"a\" at: left }", "IMG0065 at", "IMG1003 at")]
    [InlineData("expect { alpha: yes }", "IMG1030 yes")]
    public void What_stands_in_the_wrong_place_is_found(string source, params string[] expected) =>
        BindResult.Finds(source, expected);

    [Theory]
    [InlineData("style { subject: \"a fox\" }", "Write it at the top of the file: `subject: \"a fox\"`.")]
    [InlineData("medium: \"ink\"", "Write it as `style { medium: \"ink\" }`.")]
    [InlineData("object \"a cabin\"", "Write it as `details { object cabin \"a weathered cabin\" { at: left } }`.")]
    [InlineData("details { stage light }", "Write it at the top of the file.")]
    [InlineData("scene \"a lake\"", "The scene is the setting of the subject: `subject \"…\" { setting: \"…\" }`.")]
    [InlineData("import \"a.imgp\"", "Another file is brought in with `use \"path.imgp\" as name`.")]
    [InlineData("style { medum: \"ink\" }", "Write `medium`.")]
    [InlineData("주제: \"여우\"", "Write `subject`.")]
    [InlineData("details { 물체 \"등\" }", "Write `object`.")]
    [InlineData("expect { alpha: yes }", "Write true or false, or declare `yes` with `param` or `define`.")]
    [InlineData(
        "details { objects: \"a\" }",
        "Things in the picture stand in `details`, each as `object name \"description\"`."
    )]
    public void The_help_names_the_right_place(string source, string help) =>
        Assert.Equal(help, Assert.Single(BindResult.Of(source).Findings).Help);

    [Theory]
    [InlineData("subject: \"a\"\nsubject: \"b\"", "IMG1007 subject")]
    [InlineData("subject: \"a\"\nsubject \"b\"", "IMG1007 subject \"b\"")]
    [InlineData("subject \"a\"\nsubject: \"b\"", "IMG1007 subject")]
    [InlineData("style { palette: [#FFF], palette { primary: #000 } }", "IMG1007 palette")]
    [InlineData("details { object \"a\" { when: true, when: true } }", "IMG1007 when")]
    [InlineData("details { object a \"an a\", object a \"an a\" }", "IMG1008 a")]
    [InlineData("details { object a \"an a\" }\ndetails { object a \"an a\" }", "IMG1008 a")]
    [InlineData("details { region a \"x\", object a \"an a\" }", "IMG1008 object a \"an a\"")]
    [InlineData("details { grid 1x1 { cell \"c\" { object a \"x\" } }, text a \"b\" }", "IMG1008 text a \"b\"")]
    [InlineData("reference a \"a.png\"\nreference a \"b.png\"", "IMG1008 a")]
    [InlineData("param a: text = \"x\"\ndefine color a #FFF", "IMG1008 a")]
    [InlineData("style { medium: \"a\" }\nstyle { medium: \"b\" }", "IMG1009 style")]
    public void Said_twice_is_shown_with_both_places(string source, string expected)
    {
        BindResult.Finds(source, expected);
        Assert.Single(BindResult.Of(source).Findings[0].Secondary);
    }

    [Theory]
    [InlineData("reference \"a.png\"", "IMG1010 reference")]
    [InlineData("stage", "IMG1010 stage")]
    [InlineData("vary", "IMG1010 vary")]
    [InlineData("extends", "IMG1010 extends")]
    [InlineData("subject fox \"a fox\"", "IMG1011 fox")]
    [InlineData("details { object a.b \"c\" }", "IMG1011 a.b")]
    [InlineData("details { object 3 \"c\" }", "IMG1011 3")]
    [InlineData("details { object none \"a nun\" }", "IMG1011 none")]
    [InlineData("stage true", "IMG1011 true")]
    [InlineData("param none: text = \"x\"", "IMG1011 none")]
    [InlineData("define color false #FFF", "IMG1011 false")]
    [InlineData("details { for true in [1] { object \"x\" } }", "IMG1011 true")]
    [InlineData("details { text headline }", "IMG1012 text headline")]
    [InlineData("details { object }", "IMG1012 object")]
    [InlineData("reference board", "IMG1012 reference board")]
    [InlineData("style \"ink\"", "IMG1013 \"ink\"")]
    [InlineData("define style s \"ink\" { medium: \"ink\" }", "IMG1013 \"ink\"")]
    [InlineData("details { object \"cabin\" \"a cabin\" }", "IMG1014 \"cabin\"")]
    public void Names_and_values_of_blocks_are_checked(string source, string expected) =>
        BindResult.Finds(source, expected);

    [Fact]
    public void A_colon_is_only_removed_where_the_block_takes_the_value()
    {
        Assert.Empty(BindResult.Of("style: \"ink\"").Findings[0].Fixes);
        Assert.Single(BindResult.Of("details { object: \"a cabin\" }").Findings[0].Fixes);
        Assert.Single(BindResult.Of("stage: layout").Findings[0].Fixes);
        Assert.Empty(BindResult.Of("reference: \"a.png\"").Findings[0].Fixes);
    }

    [Fact]
    public void What_is_left_out_is_checked_all_the_same() =>
        BindResult.Finds(
            "param snow: boolean = false\nsubject: \"x\"\ndetails { object \"snow\" { when: snow, colr: \"x\" } }",
            "IMG1001 colr"
        );
}
