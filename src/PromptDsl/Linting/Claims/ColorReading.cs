using PromptDsl.Linting.Scanning;
using PromptDsl.Semantics.Values;
using PromptDsl.Values;

namespace PromptDsl.Linting.Claims;

/// <summary>What colour a value or a word stands for.</summary>
internal static class ColorReading
{
    public const string Set = "colour";

    // Below this no hue is seen: whites, blacks, greys and their tinted neighbours.
    private const double Chromatic = 0.06;

    // Degrees within which people give two colours one name.
    private const double SameHue = 28;

    /// <summary>The colour of a literal, or of words that hold just one name of a colour; null when it cannot be told.</summary>
    public static OkLab? Of(StageContext context, BoundValue value)
    {
        if (value is ColorValue literal)
        {
            return RgbColor.TryParse(literal.Literal, out RgbColor color) ? OkLab.FromRgb(color) : null;
        }

        if (value is not TextValue words)
        {
            return null;
        }

        TermHit[] names = [.. context.HitsOf(Set).Where(h => h.Passage.Text.Place == words.Text.Place && !h.IsNegated)];
        return names.Length == 1 ? Of(names[0]) : null;
    }

    /// <summary>The colour of a name.</summary>
    public static OkLab Of(TermHit name) =>
        OkLab.FromRgb(RgbColor.TryParse(name.Value, out RgbColor color) ? color : default);

    /// <summary>Whether a hue is seen; not in black, white and grey.</summary>
    public static bool HasHue(OkLab color) => color.Chroma > Chromatic;

    /// <summary>Whether people would give both one name.</summary>
    public static bool AreAlike(OkLab a, OkLab b) =>
        HasHue(a) && HasHue(b)
            ? HueDistance(a, b) < SameHue && Math.Abs(a.Lightness - b.Lightness) < 0.3
            : !HasHue(a) && !HasHue(b) && a.DistanceTo(b) < 12;

    /// <summary>Between two hues, in degrees from 0 to 180.</summary>
    public static double HueDistance(OkLab a, OkLab b)
    {
        double degrees = Math.Abs(Math.Atan2(a.B, a.A) - Math.Atan2(b.B, b.A)) * 180 / Math.PI;
        return degrees > 180 ? 360 - degrees : degrees;
    }
}
