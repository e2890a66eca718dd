using System.Globalization;
using PromptDsl.Semantics.Model;

namespace PromptDsl.Runtime.Verification.Expectations;

/// <summary>Whether the picture is bright enough: image models tend to make some too dark to print.</summary>
internal static class BrightnessExpectation
{
    public const string Key = "not-dark";

    // The mean lightness in OKLab. The grey #484848 has 0.40, middle grey 0.60; what is darker as a whole
    // is a night scene.
    private const double MinLightness = 0.40;

    public static PictureCheck Check(Field field, CheckedFile file)
    {
        if (file.Sample is not { } sample)
        {
            return field.WithoutPixels(file);
        }

        if (sample.Colors.IsEmpty)
        {
            return field.NotChecked("the picture is transparent everywhere");
        }

        double lightness = sample.Colors.Average(c => c.Lab.Lightness);
        return lightness >= MinLightness
            ? field.Passed(string.Create(CultureInfo.InvariantCulture, $"the mean lightness is {100 * lightness:F0}%"))
            : field.Failed(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"expected a mean lightness of at least {100 * MinLightness:F0}%, but it is {100 * lightness:F0}%"
                )
            );
    }
}
