using System.Collections.Immutable;
using System.Text;
using PromptDsl.Pictures;
using PromptDsl.Runtime.Verification;
using PromptDsl.Tests.Infrastructure.Pictures;
using Xunit;

namespace PromptDsl.Runtime.Tests.Verification;

public class PictureVerifierTests
{
    private static readonly byte[] White = Expecting.Png((_, _) => (255, 255, 255, 255));

    private static readonly byte[] Gif = Convert.FromBase64String(
        "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
    );

    private static readonly byte[] Svg = Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?>\n<svg xmlns=\"\" />");

    [Fact]
    public async Task Nothing_expected_is_nothing_checked() =>
        Assert.Empty(
            await PictureVerifier.VerifyAsync(
                Expecting.StageOf("subject: \"a crane\"\n"),
                "no-such-file.png",
                new VerifierOptions(),
                TestContext.Current.CancellationToken
            )
        );

    [Fact]
    public async Task Each_key_gives_its_check_at_its_value()
    {
        ImmutableArray<PictureCheck> checks = await Expecting.CheckAsync(
            "size: 64x64, format: png, alpha: false, not-dark: true",
            White
        );
        Assert.Equal(["size", "format", "alpha", "not-dark"], checks.Select(c => c.Key));
        Assert.All(checks, c => Assert.Equal(CheckStatus.Passed, c.Status));
        Assert.Equal(["64x64", "png", "false", "true"], checks.Select(c => c.Place.Text));
    }

    [Fact]
    public async Task Flags_that_are_off_expect_nothing() =>
        Assert.Empty(await Expecting.CheckAsync("palette: false, not-dark: false, no-color-cast: false", White));

    [Theory]
    [InlineData(PictureFormat.Png, "png")]
    [InlineData(PictureFormat.Jpeg, "jpeg")]
    [InlineData(PictureFormat.WebP, "webp")]
    public async Task Format_and_size_come_from_the_bytes(PictureFormat format, string name)
    {
        byte[] file = PictureEncoder.Encode(Expecting.Paint((_, _) => (9, 9, 9, 255), 20, 10), format);
        ImmutableArray<PictureCheck> right = await Expecting.CheckAsync($"size: 20x10, format: {name}", file);
        Assert.All(right, c => Assert.Equal(CheckStatus.Passed, c.Status));
        ImmutableArray<PictureCheck> wrong = await Expecting.CheckAsync("size: 10x20, format: svg", file);
        Assert.Equal(
            ["expected 10x20, but the picture is 20x10", $"expected svg, but the file is {name}"],
            wrong.Select(c => c.Message)
        );
        Assert.All(wrong, c => Assert.Equal(CheckStatus.Failed, c.Status));
    }

    [Fact]
    public async Task Gif_and_svg_are_told_and_their_pixels_are_not_read()
    {
        Assert.Equal(
            ["the picture is 1x1", "the file is gif", "the pixels of gif are not read"],
            (await Expecting.CheckAsync("size: 1x1, format: gif, alpha: true", Gif)).Select(c => c.Message)
        );
        Assert.Equal(
            [
                "an SVG has no pixels",
                "the file is svg",
                "the pixels of svg are not read",
                "C2PA manifests of SVG are not read",
            ],
            (await Expecting.CheckAsync("size: 1x1, format: svg, not-dark: true, provenance: c2pa", Svg)).Select(c =>
                c.Message
            )
        );
    }

    [Fact]
    public async Task A_damaged_file_satisfies_nothing()
    {
        byte[] half = White[..(White.Length / 2)];
        ImmutableArray<PictureCheck> checks = await Expecting.CheckAsync(
            "alpha: true, palette: true, not-dark: true, no-color-cast: true",
            half,
            "style { palette: [#FFFFFF] }"
        );
        Assert.Equal(4, checks.Length);
        Assert.All(checks, c => Assert.Equal(CheckStatus.Failed, c.Status));
        Assert.All(checks, c => Assert.StartsWith("the picture cannot be read: ", c.Message, StringComparison.Ordinal));
        PictureCheck empty = await Expecting.CheckOneAsync("format: png", []);
        Assert.Equal("expected png, but the file is no picture: it is empty", empty.Message);
    }

    [Theory]
    [InlineData(PictureFormat.Png)]
    [InlineData(PictureFormat.Jpeg)]
    [InlineData(PictureFormat.WebP)]
    public async Task A_sound_header_does_not_save_damaged_pixels(PictureFormat format)
    {
        byte[] file = PictureEncoder.Encode(Expecting.Paint((x, y) => (x * 4, y * 4, x ^ y, 255)), format);
        ImmutableArray<PictureCheck> checks = await Expecting.CheckAsync("size: 64x64, not-dark: true", file[..^40]);
        Assert.Equal(CheckStatus.Failed, checks[^1].Status);
        Assert.StartsWith("the picture cannot be read: ", checks[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_of_a_kind_that_is_not_read_is_not_checked()
    {
        byte[] animation = WebPFile.Extended(64, 64, 2, WebPFile.Chunk("ANMF", new byte[24]));
        Assert.Equal(
            (CheckStatus.NotChecked, "the pixels are not read: it is an animation, which is not read"),
            Result(await Expecting.CheckOneAsync("not-dark: true", animation))
        );
    }

    [Fact]
    public void Pixels_are_taken_as_a_jpeg_is_shown()
    {
        byte[] picture = JpegEncoder.Encode(
            Expecting.Paint((_, y) => y < 8 ? (250, 0, 0, 255) : (0, 0, 250, 255), 32, 16)
        );
        byte[] exif = [.. "Exif\0\0MM\0*\0\0\0\b\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0\u0006\0\0\0\0\0\0"u8];
        byte[] file = [.. picture[..2], 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, .. picture[2..]];
        var raster = new CheckedFile(file).Raster!;
        Assert.Equal((16, 32), (raster.Width, raster.Height));

        // Turned to the right: what was above is on the right.
        Assert.True(raster.Row(0)[2] > 200 && raster.Row(0)[15 * Raster.BytesPerPixel] > 200);
    }

    [Fact]
    public async Task Transparency_must_be_used()
    {
        byte[] cutOut = Expecting.Png((x, _) => (0, 0, 0, x < 16 ? 0 : 255));
        byte[] stray = Expecting.Png((x, y) => (0, 0, 0, x + y == 0 ? 0 : 255));
        Assert.Equal(
            (CheckStatus.Passed, "25.0% of the pixels are transparent"),
            Result(await Expecting.CheckOneAsync("alpha: true", cutOut))
        );
        Assert.Equal(
            (CheckStatus.Failed, "expected an opaque picture, but 25.0% of the pixels are transparent"),
            Result(await Expecting.CheckOneAsync("alpha: false", cutOut))
        );
        Assert.Equal(
            (CheckStatus.Failed, "expected transparent pixels, but 0.0% of the pixels are transparent"),
            Result(await Expecting.CheckOneAsync("alpha: true", stray))
        );
        Assert.Equal(CheckStatus.Passed, (await Expecting.CheckOneAsync("alpha: false", stray)).Status);
    }

    [Fact]
    public async Task Dark_pictures()
    {
        byte[] night = Expecting.Png((_, y) => y < 5 ? (255, 255, 255, 255) : (20, 24, 40, 255));
        Assert.Equal(
            (CheckStatus.Failed, "expected a mean lightness of at least 40%, but it is 27%"),
            Result(await Expecting.CheckOneAsync("not-dark: true", night))
        );
        Assert.Equal(CheckStatus.Passed, (await Expecting.CheckOneAsync("not-dark: true", White)).Status);
        byte[] nothing = Expecting.Png((_, _) => (0, 0, 0, 0));
        Assert.Equal(CheckStatus.NotChecked, (await Expecting.CheckOneAsync("not-dark: true", nothing)).Status);
    }

    [Theory]
    [InlineData(255, 240, 205, "yellow")]
    [InlineData(205, 225, 255, "blue")]
    [InlineData(225, 250, 225, "green")]
    public async Task A_cast_lies_over_everything(int red, int green, int blue, string hue)
    {
        // A page of grey steps and a red square, in light of a colour.
        byte[] page = Expecting.Png(
            (x, y) =>
            {
                int grey = 255 - (x * 2);
                return y < 12
                    ? (200 * red / 255, 0, 0, 255)
                    : (grey * red / 255, grey * green / 255, grey * blue / 255, 255);
            }
        );
        PictureCheck check = await Expecting.CheckOneAsync("no-color-cast: true", page);
        Assert.Equal(CheckStatus.Failed, check.Status);
        Assert.StartsWith(
            $"expected neutral greys, but a cast of {hue} lies over them",
            check.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Coloured_things_beside_neutral_greys_are_no_cast()
    {
        byte[] beigeOnWhite = Expecting.Png((x, _) => x < 12 ? (250, 250, 250, 255) : (245, 232, 205, 255));
        Assert.Equal(CheckStatus.Passed, (await Expecting.CheckOneAsync("no-color-cast: true", beigeOnWhite)).Status);
        byte[] red = Expecting.Png((_, _) => (220, 20, 20, 255));
        Assert.Equal(
            (CheckStatus.NotChecked, "the picture has no light greys to tell by"),
            Result(await Expecting.CheckOneAsync("no-color-cast: true", red))
        );
    }

    [Fact]
    public async Task A_missing_file_is_the_callers_fault() =>
        await Assert.ThrowsAsync<FileNotFoundException>(() =>
            PictureVerifier.VerifyAsync(
                Expecting.StageOf("subject: \"a crane\"\nexpect { format: png }\n"),
                Path.Combine(Path.GetTempPath(), "no-such-file.png"),
                new VerifierOptions(),
                TestContext.Current.CancellationToken
            )
        );

    private static (CheckStatus, string) Result(PictureCheck check) => (check.Status, check.Message);
}
