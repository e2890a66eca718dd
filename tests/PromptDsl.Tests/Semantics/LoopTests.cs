using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;
using Xunit;

namespace PromptDsl.Tests.Semantics;

public class LoopTests
{
    [Theory]
    [InlineData("for x in 3 { text \"a\" }", "IMG1070 3")]
    [InlineData("for x in lst { text \"${x}\" }", "IMG1030 lst")]
    [InlineData("for [a, b] in [[\"x\", 1], \"y\"] { text \"${a}\" }", "IMG1071 \"y\"")]
    [InlineData("for [a, b] in [[\"x\"]] { text \"${a}\" }", "IMG1071 [\"x\"]")]
    [InlineData("for [a, a] in [[\"x\", 1]] { text \"${a}\" }", "IMG1071 [a, a]")]
    [InlineData("for x in [\"a\", \"b\"] { object jar \"a jar\" }", "IMG1008 jar")]
    [InlineData("for x in [\"a\", \"b\"] { object \"a jar\" { colr: \"x\" } }", "IMG1001 colr")]
    [InlineData("for x in [\"a\"] { text \"${y}\" }", "IMG1030 ${y}")]
    public void A_wrong_loop_is_one_finding(string loop, string expected) =>
        BindResult.Finds($"subject: \"x\"\ndetails {{ {loop} }}", expected);

    [Fact]
    public void What_is_said_once_does_not_stand_in_a_loop() =>
        BindResult.Finds("subject: \"x\"\nfor n in [1, 2] { title: \"t ${n}\" }", "IMG1007 title");

    [Fact]
    public void A_name_with_a_slot_is_one_of_its_round()
    {
        BindResult result = BindResult.Silent(
            """
            subject: "a shelf"
            details {
              for n in ["plum", "pear"] {
                object "jar-${n}" "a jar of ${n} jam"
                text "label-${n}" "${n}" { on: "jar-${n}" }
              }
            }
            """
        );
        Assert.Equal(
            ["jar-plum", "label-plum", "jar-pear", "label-pear"],
            result.Model.Base.Things.Select(t => t.Name)
        );
        BoundValue target = Assert.Single(Assert.Single(result.Model.Base.Things[3].Relations).Targets);
        Assert.Equal("jar-pear", Assert.IsType<NameValue>(target).Name);
    }

    [Fact]
    public void Loops_nest_and_take_items_apart()
    {
        BindResult result = BindResult.Silent(
            """
            param sizes: list = ["small", "large"]
            subject: "a shop"
            details {
              for [fruit, price] in [["pear", 2], ["plum", 3]] {
                for size in sizes { text "${size} ${fruit} ${price}" }
              }
            }
            """
        );
        Assert.Equal(
            ["small pear 2", "large pear 2", "small plum 3", "large plum 3"],
            result.Model.Base.Things.Cast<TextThing>().Select(t => t.Literal.Plain)
        );
    }

    [Fact]
    public void Stages_in_a_loop_are_named_by_round()
    {
        BindResult result = BindResult.Silent(
            """
            subject: "a page"
            stage page-0
            for [n, before] in [["1", "0"], ["2", "1"]] {
              stage "page-${n}" { from: "page-${before}", change: "turn to page ${n}" }
            }
            """
        );
        Assert.Equal(["page-1"], result.Stage("page-2").DependsOn);
    }

    [Fact]
    public void The_inner_variable_hides_the_outer_and_both_hide_parameters()
    {
        BindResult result = BindResult.Silent(
            "param x: text = \"p\"\nsubject: \"x\"\ndetails { for x in [\"o\"] { for x in [\"i\"] { text \"${x}\" } } }"
        );
        Assert.Equal("i", Assert.IsType<TextThing>(Assert.Single(result.Model.Base.Things)).Literal.Plain);
    }

    [Theory]
    [InlineData("snow=true", 2)]
    [InlineData("snow=false", 1)]
    public void A_block_is_there_when_its_flag_is_set(string set, int things)
    {
        BindResult result = BindResult.Silent(
            "param snow: boolean\nsubject: \"x\"\ndetails { object \"a hut\", object \"snow\" { when: snow } }",
            null,
            set
        );
        Assert.Equal(things, result.Model.Base.Things.Length);
    }

    [Theory]
    [InlineData("when: t", "IMG1020 t")]
    [InlineData("when: nope", "IMG1030 nope")]
    [InlineData("when: \"yes\"", "IMG1020 \"yes\"")]
    public void A_flag_is_true_or_false(string when, string expected) =>
        BindResult.Finds($"param t: text = \"x\"\nsubject: \"x\"\ndetails {{ object \"a\" {{ {when} }} }}", expected);
}
