using System.Collections.Immutable;
using PromptDsl.Linting.Scanning;
using PromptDsl.Semantics.Values;
using PromptDsl.Values;

namespace PromptDsl.Linting.Claims;

/// <summary>Which colour a value stands for, and when two colours are one to people.</summary>
internal static class ColorReading
{
    public const string Set = "colour";

    // Below this no hue is seen: whites, blacks, greys and their tinted neighbours.
    private const double Chromatic = 0.06;

    // Degrees within which people give two colours one name.
    private const double SameHue = 28;

    /// <summary>The colour of a literal, or of words that hold just one name of a colour; null when it cannot be told.</summary>
    public static RgbColor? Of(StageContext context, BoundValue? value) =>
        value switch
        {
            ColorValue { Literal: var literal } => RgbColor.TryParse(literal, out RgbColor color) ? color : null,
            TextValue words => context.HitsOf(Set, words.Text).Where(h => !h.IsNegated).ToImmutableArray() is [var name]
                ? Of(name)
                : null,
            _ => null,
        };

    /// <summary>
    /// The colour that a value says and nothing else: an opaque literal, or a name by itself. "White with a blue
    /// edge" and "faded white" are more than a name.
    /// </summary>
    public static RgbColor? Exactly(StageContext context, BoundValue? value) =>
        Of(context, value) is { Alpha: byte.MaxValue } color
        && (
            value is not TextValue words
            || context.HitsOf(Set, words.Text).Any(h => h.Text.Length == words.Text.Plain.Trim().Length)
        )
            ? color
            : null;

    /// <summary>The colour of a name.</summary>
    public static RgbColor Of(TermHit name) => RgbColor.TryParse(name.Value, out RgbColor color) ? color : default;

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
