using PromptDsl.Assets;
using PromptDsl.Compilation;
using PromptDsl.Diagnostics;
using PromptDsl.Tests.Infrastructure;
using PromptDsl.Values;
using Xunit;

namespace PromptDsl.Tests.Targets.Checks;

public class PictureCheckTests
{
    private const string Masked =
        "from: \"photo.png\"\nchange: \"make the sky red\"\nmask: \"sky.png\"\ntechnical { model: \"gpt-image-2\" }\n";

    private static readonly AssetFacts Photo = KnownPictures.Sound("photo.png");

    [Theory]
    [InlineData(1024, 1024, true, true, 100, "")]
    [InlineData(1024, 1000, true, true, 100, "error «\"sky.png\"»")]
    [InlineData(1024, 1024, false, null, 100, "error «\"sky.png\"»")]
    [InlineData(1024, 1024, true, false, 100, "error «\"sky.png\"»")]
    [InlineData(1024, 1024, null, null, 100, "")]
    [InlineData(1024, 1024, true, true, (4 << 20) - 1, "")]
    [InlineData(1024, 1024, true, true, 4 << 20, "warning «\"sky.png\"»")]
    [InlineData(1024, 1024, true, true, 50 << 20, "error «\"sky.png\"»")]
    public void A_mask_fits_the_picture(int width, int height, bool? alpha, bool? clear, int bytes, string expected)
    {
        AssetFacts mask = new(AssetFormat.Png, bytes, new ImageSize(width, height))
        {
            HasAlpha = alpha,
            HasTransparentPixels = clear,
        };
        Checked.Expect("IMG2010", expected, Masked, Checked.With(("photo.png", Photo), ("sky.png", mask)));
    }

    [Fact]
    public void A_mask_is_a_PNG_by_its_bytes()
    {
        AssetFacts mask = KnownPictures.Sound("sky.jpg");
        Checked.Expect("IMG2010", "error «\"sky.png\"»", Masked, Checked.With(("photo.png", Photo), ("sky.png", mask)));
    }

    [Fact]
    public void A_damaged_mask_is_one_finding()
    {
        AssetFacts mask = new(AssetFormat.Png, 12, null) { Problem = "its header ends after 12 bytes" };
        Checked.Expect("IMG2010", "error «\"sky.png\"»", Masked, Checked.With(("photo.png", Photo), ("sky.png", mask)));
    }

    [Theory]
    [InlineData(AssetFormat.Jpeg, "")]
    [InlineData(AssetFormat.Png, "error «\"sky.png\"»")]
    public void A_JPEG_may_be_turned(AssetFormat format, string expected)
    {
        AssetFacts photo = new(format, 100, new ImageSize(1024, 768));
        AssetFacts mask = KnownPictures.Sound("sky.png") with { Size = new ImageSize(768, 1024) };
        Checked.Expect("IMG2010", expected, Masked, Checked.With(("photo.png", photo), ("sky.png", mask)));
    }

    [Theory]
    [InlineData("1024x1024", "")]
    [InlineData("1536x1024", "error «\"sky.png\"»")]
    public void A_mask_fits_the_picture_that_a_stage_makes(string size, string expected)
    {
        string text = $$"""
            subject: "a lake"
            technical { model: "gpt-image-2", size: {{size}} }
            stage first
            stage second { change: "make the sky red", mask: "sky.png" }
            """;
        Checked.Expect("IMG2010", expected, text, Checked.With(("sky.png", KnownPictures.Sound("sky.png"))));
    }

    [Theory]
    [InlineData("from: \"photo.png\"", "")]
    [InlineData("reference logo \"logo.png\" { role: product }\nfrom: \"photo.png\"", "")]
    [InlineData("from: [\"photo.png\", \"other.png\"]", "warning «\"sky.png\"»")]
    public void A_mask_belongs_to_the_first_picture_that_is_edited(string from, string expected) =>
        Checked.Expect("IMG2011", expected, Masked.Replace("from: \"photo.png\"", from, StringComparison.Ordinal));

    [Theory]
    [InlineData("board.png", AssetFormat.Png, 100, "")]
    [InlineData("board.jpg", AssetFormat.Jpeg, 100, "")]
    [InlineData("board.png", AssetFormat.WebP, 100, "warning «\"board.png\"»")]
    [InlineData("board.png", AssetFormat.Gif, 100, "error «\"board.png\"»")]
    [InlineData("board.png", AssetFormat.Unknown, 100, "error «\"board.png\"»")]
    [InlineData("board.tiff", AssetFormat.Png, 100, "warning «\"board.tiff\"»")]
    [InlineData("board.png", AssetFormat.Png, 49_999_999, "")]
    [InlineData("board.png", AssetFormat.Png, 50_000_000, "warning «\"board.png\"»")]
    [InlineData("board.png", AssetFormat.Png, 50 << 20, "error «\"board.png\"»")]
    public void An_input_is_taken_by_its_bytes(string path, AssetFormat format, int bytes, string expected) =>
        Checked.Expect(
            "IMG2012",
            expected,
            Board(path),
            Checked.With((path, new AssetFacts(format, bytes, new ImageSize(1024, 1024))))
        );

    [Theory]
    [InlineData("board.png", "")]
    [InlineData("board.WEBP", "")]
    [InlineData("board.gif", "error «\"board.gif\"»")]
    public void An_input_that_nobody_looked_at_is_taken_by_its_name(string path, string expected) =>
        Checked.Expect("IMG2012", expected, Board(path));

    [Fact]
    public void A_damaged_input_is_one_finding()
    {
        AssetFacts facts = new(AssetFormat.Unknown, 12, null) { Problem = "its header ends after 12 bytes" };
        Diagnostic finding = Assert.Single(Checked.Findings(Board("board.png"), Checked.With(("board.png", facts))));
        Assert.Equal("`board.png` is no picture that can be read: its header ends after 12 bytes", finding.Message);
    }

    [Theory]
    [InlineData("moderation: low", 15_728_640, "error «\"photo.png\"»")]
    [InlineData("moderation: low", 15_728_600, "")]
    [InlineData("quality: low", 15_728_640, "")]
    public void An_edit_as_JSON_has_a_limit_of_its_own(string technical, int bytes, string expected) =>
        Checked.Expect(
            "IMG2012",
            expected,
            Checked.Edit("gpt-image-2", technical),
            Checked.With(("photo.png", Photo with { Bytes = bytes }))
        );

    [Theory]
    [InlineData("svg", "error «layout»")]
    [InlineData("png", "")]
    public void The_picture_of_a_stage_is_an_input_too(string format, string expected) =>
        Checked.Expect(
            "IMG2012",
            expected,
            $$"""
            subject: "a lake"
            technical { model: "gpt-image-2.6-flare" }
            stage layout { technical { format: {{format}} } }
            stage light { from: layout, change: "let the sun rise" }
            """
        );

    [Fact]
    public void A_picture_that_does_not_exist()
    {
        Checked.Expect("IMG2060", "error «\"board.png\"»", Board("board.png"), Checked.With());
        Checked.Expect("IMG2060", "", Board("board.png"));
        Checked.Expect("IMG2060", "error «\"sky.png\"»", Masked, Checked.With(("photo.png", Photo)));
        Checked.Expect("IMG2060", "error «\"photo.png\"»", Masked, Checked.With(("sky.png", Photo)));
    }

    [Fact]
    public void An_optional_picture_that_does_not_exist_is_left_out_and_not_counted()
    {
        CompilationResult result = Checked.Compile(Optional("the fox of ${fox}"), Checked.With(("fox.png", Photo)));
        Diagnostic hint = Assert.Single(result.Diagnostics);
        Assert.Equal(
            "hint IMG2060: there is no picture `board.png`; as it is optional, it is left out",
            Checked.Show(hint)
        );
        CompiledStage stage = Assert.Single(Assert.Single(result.Builds).Stages);
        Assert.Equal("board", Assert.Single(stage.LeftOut).Uses[0].Name);
        Assert.Equal(1, Assert.Single(stage.Request.Inputs).Number);
        Assert.Contains("the fox of Image 1", stage.Prompt.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void An_optional_picture_that_exists_is_sent()
    {
        CompilerOptions options = Checked.With(("fox.png", Photo), ("board.png", Photo));
        CompilationResult result = Checked.Compile(Optional("the fox of ${fox}"), options);
        Assert.Empty(result.Diagnostics);
        Assert.Equal(2, Assert.Single(Assert.Single(result.Builds).Stages).Request.Inputs.Length);
    }

    [Fact]
    public void An_optional_picture_that_a_text_names_must_exist()
    {
        CompilerOptions options = Checked.With(("fox.png", Photo));
        Assert.Equal(
            [
                "error IMG2060: the text names the optional picture `board`, and there is no such file",
                "hint IMG2060: there is no picture `board.png`; as it is optional, it is left out",
            ],
            Checked.Findings(Optional("the fox in the colours of ${board}"), options).Select(Checked.Show)
        );
    }

    [Fact]
    public void What_is_edited_is_never_optional() =>
        Checked.Expect(
            "IMG2060",
            "error «\"photo.png\"»",
            "reference photo \"photo.png\" { role: content, optional: true }\nchange: \"make the sky red\"\n",
            Checked.With()
        );

    [Fact]
    public void Each_file_is_looked_at_once()
    {
        KnownPictures pictures = KnownPictures.Of("photo.png", "sky.png");
        _ = Checked.Compile(Masked, Checked.Options with { Assets = pictures });
        Assert.Equal(2, pictures.Questions);
    }

    private static string Board(string path) =>
        $"subject: \"a red fox\"\nreference board \"{path}\" {{ role: style }}\ntechnical {{ model: \"gpt-image-2\" }}\n";

    private static string Optional(string subject) =>
        $$"""
            subject: "{{subject}}"
            reference board "board.png" { role: style, optional: true }
            reference fox "fox.png" { role: product }
            technical { model: "gpt-image-2" }
            """;
}
