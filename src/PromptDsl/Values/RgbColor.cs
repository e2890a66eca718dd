using System.Globalization;

namespace PromptDsl.Values;

/// <summary>An sRGB colour of eight bits a channel.</summary>
/// <param name="Alpha">From 0, transparent, to 255, opaque.</param>
public readonly record struct RgbColor(byte Red, byte Green, byte Blue, byte Alpha = byte.MaxValue)
{
    /// <summary>Its relative luminance, from 0 for black to 1 for white (WCAG 2.2); alpha plays no part.</summary>
    public double RelativeLuminance =>
        (0.2126 * SrgbTransfer.ToLinear(Red))
        + (0.7152 * SrgbTransfer.ToLinear(Green))
        + (0.0722 * SrgbTransfer.ToLinear(Blue));

    /// <summary>Reads a colour literal of the language: <c>#RGB</c>, <c>#RRGGBB</c> or <c>#RRGGBBAA</c>.</summary>
    public static bool TryParse(ReadOnlySpan<char> literal, out RgbColor color)
    {
        color = default;
        if (
            literal.Length is not (4 or 7 or 9)
            || literal[0] != '#'
            || !uint.TryParse(
                literal[1..],
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out uint digits
            )
        )
        {
            return false;
        }

        color = literal.Length switch
        {
            4 => new RgbColor(Twice(digits >> 8), Twice(digits >> 4), Twice(digits)),
            7 => new RgbColor((byte)(digits >> 16), (byte)(digits >> 8), (byte)digits),
            _ => new RgbColor((byte)(digits >> 24), (byte)(digits >> 16), (byte)(digits >> 8), (byte)digits),
        };
        return true;
    }

    /// <summary>
    /// The contrast ratio of WCAG 2.2, from 1 to 21, whichever of the two is lighter; alpha plays no part.
    /// The success criterion 1.4.3 asks for 4.5 in text and 3 in large text.
    /// </summary>
    public double ContrastWith(RgbColor other)
    {
        double own = RelativeLuminance + 0.05;
        double others = other.RelativeLuminance + 0.05;
        return Math.Max(own, others) / Math.Min(own, others);
    }

    /// <summary><c>#2E4057</c>, with alpha where it is not opaque.</summary>
    public override string ToString() =>
        Alpha == byte.MaxValue
            ? string.Create(CultureInfo.InvariantCulture, $"#{Red:X2}{Green:X2}{Blue:X2}")
            : string.Create(CultureInfo.InvariantCulture, $"#{Red:X2}{Green:X2}{Blue:X2}{Alpha:X2}");

    // One digit stands for two of the same: #28F is #2288FF.
    private static byte Twice(uint digit) => (byte)((digit & 0xF) * 0x11);
}
