using System.Collections.Immutable;
using System.Globalization;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;
using PromptDsl.Values;

namespace PromptDsl.Runtime.Verification.Expectations;

/// <summary>Whether each colour of the palette is somewhere in the picture.</summary>
internal static class PaletteExpectation
{
    public const string Key = "palette";

    // From about this distance people name two colours differently.
    private const double MaxDistance = 10;

    // A line of lettering or an accent covers about this much.
    private const double MinShare = 0.002;

    public static IEnumerable<PictureCheck> Check(Field field, Stage stage, CheckedFile file)
    {
        ImmutableArray<PaletteColor> palette = StagePalette.Of(stage);
        if (palette.IsEmpty)
        {
            return [field.NotChecked("the stage has no palette")];
        }

        return file.Sample is { } sample ? palette.Select(c => Check(c.Color, sample)) : [field.WithoutPixels(file)];
    }

    private static PictureCheck Check(BoundValue value, PictureSample sample)
    {
        if (!RgbColor.TryParse(value.Written, out RgbColor color))
        {
            return Result(value, CheckStatus.NotChecked, $"“{value.Written}” is words, not a colour value");
        }

        if (sample.Colors.IsEmpty)
        {
            return Result(value, CheckStatus.Failed, $"expected {color}, but the picture is transparent everywhere");
        }

        var expected = OkLab.FromRgb(color);
        int near = 0;
        double nearestDistance = double.PositiveInfinity;
        RgbColor nearest = default;
        foreach ((RgbColor found, OkLab lab) in sample.Colors)
        {
            double distance = expected.DistanceTo(lab);
            near += distance <= MaxDistance ? 1 : 0;
            if (distance < nearestDistance)
            {
                (nearestDistance, nearest) = (distance, found);
            }
        }

        double share = near / (double)sample.Colors.Length;
        return share >= MinShare
            ? Result(
                value,
                CheckStatus.Passed,
                string.Create(CultureInfo.InvariantCulture, $"{color} covers {100 * share:F1}%")
            )
            : Result(value, CheckStatus.Failed, Missing(color, share, nearest, nearestDistance));
    }

    private static string Missing(RgbColor color, double share, RgbColor nearest, double distance) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"expected {color} over at least {100 * MinShare:F1}%, but {100 * share:F1}% is near it, and the nearest colour is {nearest}, ΔE {distance:F0}"
        );

    private static PictureCheck Result(BoundValue value, CheckStatus status, string message) =>
        new(Key, status, message, value.Place);
}
