using PromptDsl.Diagnostics;
using PromptDsl.Semantics.Model;
using PromptDsl.Targets.Requests;
using Xunit;

namespace PromptDsl.Tests.Semantics;

public class StageTests
{
    private const string Head = """
        subject: "a lake"
        style { medium: "ink", lighting: "soft", palette: [#FFFFFF] }
        technical { aspect: 2:3, quality: low, via: images }
        negatives: ["people"]
        reference board "board.png" { role: style }
        reference shot "shot.png" { role: content }
        details { object cabin "a cabin", object "mist", text headline "Hi" }

        """;

    private static BindResult Bind(string stages) => BindResult.Silent(Head + stages);

    private static IEnumerable<string> Inputs(Stage stage) =>
        stage.Inputs.Select(i =>
            i.Source switch
            {
                StageInput input => $"{i.Number} stage {input.Stage}",
                FileInput input => $"{i.Number} {input.Path}",
                _ => "",
            }
        );

    private static IEnumerable<string> Kept(Stage stage) =>
        stage.Keeps.Select(k => k.Thing?.Name ?? $"\"{k.Text!.Plain}\"");

    [Fact]
    public void The_first_stage_makes_and_each_later_one_edits_the_stage_above()
    {
        BindResult result = Bind("stage a\nstage b { change: \"x\" }\nstage c { change: \"y\" }");
        Assert.Equal(["a False", "b True", "c True"], result.Model.Stages.Select(s => $"{s.Name} {s.IsEdit}"));
        Assert.Equal(["b"], result.Stage("c").DependsOn);
    }

    [Fact]
    public void From_names_stages_files_or_nothing()
    {
        BindResult result = Bind(
            """
            stage a
            stage b { from: none }
            stage c { from: [a, b], change: "join" }
            stage d { from: "photo.png", change: "x" }
            """
        );
        Assert.False(result.Stage("b").IsEdit);
        Assert.Equal(["a", "b"], result.Stage("c").DependsOn);
        Assert.Equal(["1 photo.png", "2 board.png"], Inputs(result.Stage("d")));
    }

    [Fact]
    public void Stages_follow_their_inputs()
    {
        BindResult result = BindResult.Silent(
            "subject: \"x\"\nstage b { from: a, change: \"x\" }\nstage a { from: none }"
        );
        Assert.Equal(["a", "b"], result.Model.Stages.Select(s => s.Name));
    }

    [Fact]
    public void Inputs_are_what_is_edited_then_own_references_then_style_of_the_file()
    {
        BindResult result = Bind(
            "stage a\nstage b { reference logo \"logo.png\" { role: product }, reference again \"board.png\" { role: pattern }, change: \"x\" }"
        );
        Assert.Equal(["1 board.png", "2 shot.png"], Inputs(result.Stage("a")));
        Stage b = result.Stage("b");
        Assert.Equal(["1 stage a", "2 logo.png", "3 board.png"], Inputs(b));
        Assert.Equal(["again", "board"], b.Inputs[2].Uses.Select(u => u.Name));
    }

    [Fact]
    public void Named_objects_and_texts_are_kept_by_default()
    {
        BindResult result = Bind("stage a { object boat \"a boat\" }\nstage b { change: \"x\", text headline \"Ho\" }");
        Assert.Equal(["cabin", "boat"], Kept(result.Stage("b")));
        Assert.Empty(result.Stage("a").Keeps);
    }

    [Fact]
    public void Words_are_kept_on_until_a_stage_changes_them()
    {
        BindResult result = Bind(
            """
            stage a
            stage b { change: "x", keep: [cabin, "the camera position"] }
            stage c { change: "y" }
            stage d { change: "move The camera position to the left" }
            stage e { change: "z", keep: [] }
            """
        );
        Assert.Equal(["cabin", "\"the camera position\""], Kept(result.Stage("b")));
        Assert.Equal(["cabin", "headline", "\"the camera position\""], Kept(result.Stage("c")));
        Assert.Equal(["cabin", "headline"], Kept(result.Stage("d")));
        Assert.Empty(result.Stage("e").Keeps);
    }

    [Fact]
    public void An_edit_says_its_own_sections_the_negatives_and_a_reminder_of_the_style()
    {
        BindResult result = Bind(
            "stage a\nstage b { change: \"x\", negatives: [\"boats\"], style { lighting: \"dawn\" } }"
        );
        Stage b = result.Stage("b");
        Assert.Null(b.Scene.Subject);
        Assert.Equal(["people", "boats"], b.Scene.Negatives.Select(n => n.Plain));
        Assert.Equal(["medium"], b.StyleReminder!.Fields.Select(f => f.Key));
        Assert.Single(b.StyleReminder.Palette);
        Assert.Null(result.Stage("a").StyleReminder);
    }

    [Fact]
    public void A_new_picture_joins_the_sections_of_the_file_and_its_own()
    {
        BindResult result = Bind("stage a { subject: \"a pond\", object boat \"a boat\", style { medium: \"oil\" } }");
        Stage a = result.Stage("a");
        Assert.Equal("a pond", a.Scene.Subject!.Description!.Plain);
        Assert.Equal("oil", a.Scene.Style!.Fields["medium"]!.Written);
        Assert.Equal("soft", a.Scene.Style.Fields["lighting"]!.Written);
        Assert.Equal(4, a.Scene.Things.Length);
    }

    [Fact]
    public void Parameters_of_a_stage_lie_over_those_of_the_file()
    {
        BindResult result = Bind(
            "stage a { technical { size: 1024x1024 }, variants: 4, select: 2 }\nstage b { change: \"x\", via: responses, technical { quality: high } }"
        );
        Stage a = result.Stage("a");
        Assert.Equal(
            (null, "1024x1024", "low"),
            (a.Parameters.Aspect?.ToString(), a.Parameters.Size.ToString(), a.Parameters.Quality)
        );
        Assert.Equal((4, 2, ApiRoute.Images), (a.Variants, a.Select, a.Route));
        Stage b = result.Stage("b");
        Assert.Equal(
            ("2:3", "high", ApiRoute.Responses),
            (b.Parameters.Aspect.ToString(), b.Parameters.Quality, b.Route)
        );
    }

    [Fact]
    public void Expectations_of_the_file_are_for_the_last_stage()
    {
        BindResult result = Bind(
            "expect { not-dark: true }\nstage a { expect { alpha: true } }\nstage b { change: \"x\" }"
        );
        Assert.Equal(["alpha"], result.Stage("a").Expect.Select(e => e.Key));
        Assert.Equal(["not-dark"], result.Stage("b").Expect.Select(e => e.Key));
    }

    [Fact]
    public void A_file_with_change_and_without_stages_edits_its_references()
    {
        BindResult result = BindResult.Silent(
            "reference look \"look.png\" { role: style }\nreference photo \"photo.png\" { role: content }\nchange: \"x\"\nmask: \"m.png\""
        );
        Stage stage = Assert.Single(result.Model.Stages);
        Assert.True(stage.IsEdit);
        Assert.Equal(["1 photo.png", "2 look.png"], Inputs(stage));
        Assert.True(stage.Inputs[0].IsEdited);
        Assert.Equal("m.png", stage.Mask!.Path);
    }

    [Theory]
    [InlineData("stage a\nstage b { from: c, change: \"x\" }", "IMG1090 c")]
    [InlineData("stage a\nstage b { from: [], change: \"x\" }", "IMG1090 []")]
    [InlineData("stage a\nstage b { from: [none, a], change: \"x\" }", "IMG1090 none")]
    [InlineData("stage a\nstage b { from: \"a\", change: \"x\" }", "IMG1014 \"a\"")]
    [InlineData("stage a\nstage b { from: \"none\" }", "IMG1023 \"none\"")]
    [InlineData("stage a { from: b }\nstage b { from: a }", "IMG1091 b")]
    [InlineData("stage a { from: b, change: \"x\" }\nstage b { change: \"y\", keep: [cabin] }", "IMG1091 b")]
    [InlineData("stage a { from: a }", "IMG1091 a")]
    [InlineData("stage a { change: \"x\" }", "IMG1092 change")]
    [InlineData("stage a { keep: [cabin] }", "IMG1096 keep")]
    [InlineData("stage a { mask: \"m.png\" }", "IMG1096 mask")]
    [InlineData("stage a { variants: 2, select: 3 }", "IMG1094 3")]
    [InlineData("stage a { select: 2 }", "IMG1094 2")]
    [InlineData("mask: \"m.png\"\nstage a", "IMG1093 mask")]
    [InlineData("from: \"m.png\"\nstage a", "IMG1093 from")]
    [InlineData("stage a\nstage a", "IMG1008 a")]
    [InlineData("stage a { object cabin \"again\" }", "IMG1008 object cabin \"again\"")]
    [InlineData("stage a { reference board \"c.png\" }", "IMG1008 reference board \"c.png\"")]
    [InlineData("stage a\nstage b { change: \"x\", keep: [cabn] }", "IMG1036 cabn")]
    [InlineData("stage a\nstage b { change: \"x\", expect { text: [cabin] } }", "IMG1036 cabin")]
    public void A_wrong_stage_is_one_finding(string stages, string expected) =>
        BindResult.Finds(Head + stages, expected);

    [Fact]
    public void A_circle_hides_no_other_finding() =>
        BindResult.Finds(
            Head
                + """
                stage a { from: c, change: "x", keep: [cabn] }
                stage b { change: "y", variants: 2, select: 3 }
                stage c { from: [b, c], change: "z" }
                stage d { from: none, mask: "m.png" }
                """,
            "IMG1091 c",
            "IMG1036 cabn",
            "IMG1094 3",
            "IMG1091 c",
            "IMG1096 mask"
        );

    [Theory]
    [InlineData("from: held", "mood", "1 stage mood")]
    [InlineData("from: held", "none")]
    [InlineData("from: held", "photo.png", "1 photo.png")]
    [InlineData("from: \"${held}\"", "none")]
    [InlineData("from: \"${held}\"", "mood", "1 stage mood")]
    [InlineData("from: \"${held}\"", "photo.png", "1 photo.png")]
    public void From_reads_what_a_parameter_holds_as_the_word_as_a_stage_and_as_a_picture(
        string from,
        string held,
        params string[] inputs
    )
    {
        BindResult result = BindResult.Silent(
            $"param held: text = \"{held}\"\nsubject: \"x\"\nstage mood\nstage last {{ {from} }}"
        );
        Assert.Equal(inputs, Inputs(result.Stage("last")));
    }

    [Theory]
    [InlineData("change: \"x\"", "IMG1092 change")]
    [InlineData("from: none\nchange: \"x\"", "IMG1092 change")]
    [InlineData("from: layout\nchange: \"x\"", "IMG1090 layout")]
    [InlineData("from: []\nchange: \"x\"", "IMG1090 []")]
    [InlineData("subject: \"x\"\nkeep: [\"the light\"]", "IMG1096 keep")]
    public void A_wrong_edit_of_a_file_is_one_finding(string source, string expected) =>
        BindResult.Finds(source, expected);

    [Theory]
    [InlineData("change: \"as ${board}\"\nkeep: [\"the look of ${board}\"]")]
    [InlineData("subject: \"a cup like ${board}\"")]
    [InlineData("subject: \"a cup\"\nstage a\nstage b { from: a, change: \"as ${board} and ${board}\" }")]
    public void A_reference_whose_picture_is_refused_is_one_finding(string source) =>
        Assert.Equal(
            ["IMG1038"],
            new PromptCompiler(new MemoryFiles())
                .Compile($"reference board \"../b.png\" {{ role: style }}\n{source}")
                .Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)
                .Select(d => d.Code)
        );

    [Fact]
    public void A_circle_of_stages_is_shown_with_its_chain() =>
        Assert.StartsWith(
            "The circle is a → b → a.",
            BindResult.Of("subject: \"x\"\nstage a { from: b }\nstage b { from: a }").Findings[0].Help
        );
}
