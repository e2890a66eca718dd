using System.Collections.Immutable;
using PromptDsl.Pictures;
using PromptDsl.Runtime.Verification;
using Xunit;

namespace PromptDsl.Runtime.Tests.Verification;

public class PaletteExpectationTests
{
    private const string Palette = "style { palette { primary: #2E4057, accent: #F53, background: \"warm white\" } }";

    [Fact]
    public async Task Each_colour_is_looked_for()
    {
        byte[] file = Expecting.Png((x, y) => y == 0 && x < 20 ? (0x30, 0x44, 0x5A, 255) : (250, 245, 235, 255));
        ImmutableArray<PictureCheck> checks = await Expecting.CheckAsync("palette: true", file, Palette);
        Assert.Equal(
            [
                (CheckStatus.Passed, "#2E4057 covers 0.5%"),
                (
                    CheckStatus.Failed,
                    "expected #FF5533 over at least 0.2%, but 0.0% is near it, and the nearest colour is #FAF5EB, ΔE 36"
                ),
                (CheckStatus.NotChecked, "“warm white” is words, not a colour value"),
            ],
            checks.Select(c => (c.Status, c.Message))
        );
        Assert.Equal(["#2E4057", "#F53", "\"warm white\""], checks.Select(c => c.Place.Text));
    }

    [Theory]
    [InlineData(PictureFormat.Jpeg)]
    [InlineData(PictureFormat.WebP)]
    public async Task A_large_picture_of_any_format(PictureFormat format)
    {
        Raster raster = Expecting.Paint(
            (x, y) => (x / 40 % 2) + (y / 40 % 2) == 0 ? (0x2E, 0x40, 0x57, 255) : (0xFF, 0x55, 0x33, 255),
            1600,
            1200
        );
        ImmutableArray<PictureCheck> checks = await Expecting.CheckAsync(
            "palette: true",
            PictureEncoder.Encode(raster, format),
            "style { palette: [#2E4057, #FF5533] }"
        );
        Assert.Equal([CheckStatus.Passed, CheckStatus.Passed], checks.Select(c => c.Status));
    }

    [Fact]
    public async Task Hidden_pixels_show_no_colour()
    {
        byte[] file = Expecting.Png((x, _) => x < 32 ? (0x2E, 0x40, 0x57, 0) : (255, 255, 255, 255));
        ImmutableArray<PictureCheck> checks = await Expecting.CheckAsync(
            "palette: true",
            file,
            "style { palette: [#2E4057, #FFFFFF] }"
        );
        Assert.Equal([CheckStatus.Failed, CheckStatus.Passed], checks.Select(c => c.Status));
    }

    [Fact]
    public async Task Without_a_palette_nothing_can_be_told()
    {
        PictureCheck check = await Expecting.CheckOneAsync("palette: true", Expecting.Png((_, _) => (1, 2, 3, 255)));
        Assert.Equal((CheckStatus.NotChecked, "the stage has no palette"), (check.Status, check.Message));
    }
}
