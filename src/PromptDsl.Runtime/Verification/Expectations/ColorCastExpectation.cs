using System.Collections.Immutable;
using System.Globalization;
using PromptDsl.Semantics.Model;
using PromptDsl.Values;

namespace PromptDsl.Runtime.Verification.Expectations;

/// <summary>
/// Whether greys are neutral. Image models tend to lay yellow over the whole picture, so that no light
/// grey and no white is left: the most neutral of the light pale pixels tell.
/// </summary>
internal static class ColorCastExpectation
{
    public const string Key = "no-color-cast";

    // Dark pixels have little colour whatever the light is.
    private const double MinLightness = 0.5;

    // Stronger colours are meant as colours; a strong cast makes white as strong as #F5E6C8 with 0.04.
    private const double MaxPaleChroma = 0.07;

    // Fewer pale pixels may be a detail of any colour.
    private const double MinPaleShare = 0.02;

    // Where a tenth is neutral, the rest has its colour from the things, not from the light.
    private const double NeutralShare = 0.1;

    // Paper white #FAF3E3, which looks yellow beside white, has 0.022; #FFFDF8, which does not, 0.007.
    private const double MaxCast = 0.02;

    // What is this near to a colour of the palette is meant to have it, such as a ground of cream.
    private const double MaxMeantDistance = 3;

    // The middles of the hues in OKLab, in degrees.
    private static readonly (double Angle, string Name)[] Hues =
    [
        (20, "red"),
        (55, "orange"),
        (95, "yellow"),
        (140, "green"),
        (195, "cyan"),
        (260, "blue"),
        (325, "magenta"),
        (380, "red"),
    ];

    public static PictureCheck Check(Field field, Stage stage, CheckedFile file)
    {
        if (file.Sample is not { } sample)
        {
            return field.WithoutPixels(file);
        }

        ImmutableArray<OkLab> meant = StagePalette.ValuesOf(stage);
        OkLab[] pale =
        [
            .. sample
                .Colors.Select(c => c.Lab)
                .Where(c => c.Lightness >= MinLightness && c.Chroma <= MaxPaleChroma)
                .Where(c => meant.All(m => m.DistanceTo(c) > MaxMeantDistance))
                .OrderBy(c => c.Chroma),
        ];
        if (pale.Length == 0 || pale.Length < sample.Colors.Length * MinPaleShare)
        {
            return field.NotChecked("the picture has no light greys to tell by");
        }

        ReadOnlySpan<OkLab> neutral = pale.AsSpan(0, (int)Math.Ceiling(pale.Length * NeutralShare));
        var cast = new OkLab(0, Mean(neutral, c => c.A), Mean(neutral, c => c.B));
        return cast.Chroma <= MaxCast
            ? field.Passed(
                string.Create(CultureInfo.InvariantCulture, $"light greys are neutral (chroma {cast.Chroma:F3})")
            )
            : field.Failed(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"expected neutral greys, but a cast of {Hue(cast)} lies over them (chroma {cast.Chroma:F3}, at most {MaxCast:F3})"
                )
            );
    }

    private static double Mean(ReadOnlySpan<OkLab> colors, Func<OkLab, double> part)
    {
        double sum = 0;
        foreach (OkLab color in colors)
        {
            sum += part(color);
        }

        return sum / colors.Length;
    }

    private static string Hue(OkLab color)
    {
        double angle = double.RadiansToDegrees(Math.Atan2(color.B, color.A));
        double positive = angle < 0 ? angle + 360 : angle;
        return Hues.MinBy(h => Math.Abs(h.Angle - positive)).Name;
    }
}
