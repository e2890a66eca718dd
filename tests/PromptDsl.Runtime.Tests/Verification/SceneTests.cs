using PromptDsl.Runtime.Verification;
using Xunit;

namespace PromptDsl.Runtime.Tests.Verification;

/// <summary>Pictures that a person judges at a glance, and what the checks say of them.</summary>
public class SceneTests
{
    private static readonly Dictionary<string, Func<int, int, (int R, int G, int B, int A)>> Scenes = new()
    {
        // Each is 120 × 120 pixels.
        ["night sky with a moon"] = (x, y) =>
            Disc(x, y, 90, 30, 12) ? (250, 245, 225, 255) : Mix(y, 0x0B1026, 0x2B2F5A),
        ["city at night"] = (x, y) => x % 10 == 3 && y % 8 == 3 ? (255, 210, 120, 255) : Mix(y, 0x05070F, 0x1B1F30),
        ["white letters on black"] = (x, y) => x % 12 < 2 && y is > 40 and < 70 ? (255, 255, 255, 255) : (8, 8, 8, 255),
        ["dusk"] = (_, y) => Mix(y, 0x1B2A49, 0xF0A060),
        ["sunset"] = (x, y) => Disc(x, y, 60, 80, 15) ? (255, 225, 120, 255) : Mix(y, 0xB0305A, 0xFFA030),
        ["overcast day"] = (_, y) => Mix(y, 0xD5D8DC, 0x6F7478),
        ["overcast day in yellow light"] = (_, y) => Tint(Mix(y, 0xD5D8DC, 0x6F7478), 255, 240, 205),
        ["snow in blue light"] = (_, y) => Tint(Mix(y, 0xFFFFFF, 0xB0B4B8), 205, 225, 255),
        ["product on white"] = (x, y) => Disc(x, y, 60, 60, 40) ? (180, 60, 40, 255) : (255, 255, 255, 255),
        ["product on yellowed white"] = (x, y) => Disc(x, y, 60, 60, 40) ? (180, 60, 40, 255) : (250, 240, 215, 255),
        ["wood in daylight"] = (x, y) => x < 15 ? (238, 238, 238, 255) : Mix(y, 0x8B5A2B, 0xD2A679),
        ["middle grey"] = (_, _) => (128, 128, 128, 255),
        ["dark grey"] = (_, _) => (64, 64, 64, 255),
        ["red"] = (_, _) => (220, 20, 20, 255),
        ["black thing, cut out"] = (x, y) => Disc(x, y, 60, 60, 40) ? (25, 25, 28, 255) : (0, 0, 0, 0),
        ["white thing, cut out of black"] = (x, y) => Disc(x, y, 60, 60, 40) ? (240, 240, 240, 255) : (0, 0, 0, 0),
        ["nothing"] = (_, _) => (0, 0, 0, 0),
    };

    [Theory]
    [InlineData("night sky with a moon", CheckStatus.Failed)]
    [InlineData("city at night", CheckStatus.Failed)]
    [InlineData("white letters on black", CheckStatus.Failed)]
    [InlineData("dark grey", CheckStatus.Failed)]
    [InlineData("black thing, cut out", CheckStatus.Failed)]
    [InlineData("dusk", CheckStatus.Passed)]
    [InlineData("sunset", CheckStatus.Passed)]
    [InlineData("overcast day", CheckStatus.Passed)]
    [InlineData("wood in daylight", CheckStatus.Passed)]
    [InlineData("middle grey", CheckStatus.Passed)]
    [InlineData("red", CheckStatus.Passed)]
    [InlineData("white thing, cut out of black", CheckStatus.Passed)]
    [InlineData("nothing", CheckStatus.NotChecked)]
    public Task What_is_dark(string scene, CheckStatus status) => AssertAsync("not-dark: true", scene, status);

    [Theory]
    [InlineData("overcast day in yellow light", CheckStatus.Failed)]
    [InlineData("snow in blue light", CheckStatus.Failed)]
    [InlineData("product on yellowed white", CheckStatus.Failed)]
    [InlineData("overcast day", CheckStatus.Passed)]
    [InlineData("product on white", CheckStatus.Passed)]
    [InlineData("wood in daylight", CheckStatus.Passed)]
    [InlineData("middle grey", CheckStatus.Passed)]
    [InlineData("white thing, cut out of black", CheckStatus.Passed)]
    [InlineData("sunset", CheckStatus.NotChecked)]
    [InlineData("red", CheckStatus.NotChecked)]
    [InlineData("dark grey", CheckStatus.NotChecked)]
    [InlineData("nothing", CheckStatus.NotChecked)]
    public Task What_has_a_cast(string scene, CheckStatus status) => AssertAsync("no-color-cast: true", scene, status);

    [Theory]
    [InlineData("style { palette: [#FAF0D7] }", CheckStatus.NotChecked)]
    [InlineData("style { palette: [#2E4057] }", CheckStatus.Failed)]
    public Task A_ground_that_the_palette_has_is_no_cast(string style, CheckStatus status) =>
        AssertAsync("no-color-cast: true", "product on yellowed white", status, style);

    [Theory]
    [InlineData("product on white", "#B43C28", CheckStatus.Passed)]
    [InlineData("product on white", "#C04830", CheckStatus.Passed)]
    [InlineData("product on white", "#8A2A80", CheckStatus.Failed)]
    [InlineData("product on white", "#D0D0D0", CheckStatus.Failed)]
    [InlineData("night sky with a moon", "#FAF5E1", CheckStatus.Passed)]
    [InlineData("night sky with a moon", "#1B1F40", CheckStatus.Passed)]
    [InlineData("night sky with a moon", "#2244CC", CheckStatus.Failed)]
    [InlineData("city at night", "#FFD278", CheckStatus.Passed)]
    [InlineData("sunset", "#E07040", CheckStatus.Passed)]
    [InlineData("sunset", "#FFFFFF", CheckStatus.Failed)]
    [InlineData("black thing, cut out", "#19191C", CheckStatus.Passed)]
    [InlineData("black thing, cut out", "#FFFFFF", CheckStatus.Failed)]
    [InlineData("nothing", "#000000", CheckStatus.Failed)]
    public Task Which_colours_are_there(string scene, string color, CheckStatus status) =>
        AssertAsync("palette: true", scene, status, $"style {{ palette: [{color}] }}");

    private static async Task AssertAsync(string expect, string scene, CheckStatus status, string style = "")
    {
        PictureCheck check = await Expecting.CheckOneAsync(expect, Expecting.Png(Scenes[scene], 120, 120), style);
        Assert.True(check.Status == status, $"{scene}: {check.Message}");
    }

    private static bool Disc(int x, int y, int centreX, int centreY, int radius) =>
        ((x - centreX) * (x - centreX)) + ((y - centreY) * (y - centreY)) <= radius * radius;

    // From the first row to the last.
    private static (int R, int G, int B, int A) Mix(int y, int top, int bottom)
    {
        return (Part(16), Part(8), Part(0), 255);

        int Part(int shift) => (((top >> shift) & 255) * (119 - y) + (((bottom >> shift) & 255) * y)) / 119;
    }

    private static (int R, int G, int B, int A) Tint(
        (int R, int G, int B, int A) color,
        int red,
        int green,
        int blue
    ) => (color.R * red / 255, color.G * green / 255, color.B * blue / 255, color.A);
}
