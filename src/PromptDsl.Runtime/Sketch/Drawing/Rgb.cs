using System.Globalization;

namespace PromptDsl.Runtime.Sketch.Drawing;

/// <summary>An opaque colour.</summary>
internal readonly record struct Rgb(byte R, byte G, byte B)
{
    public static Rgb White { get; } = new(255, 255, 255);

    public static Rgb Ink { get; } = new(0x1E, 0x22, 0x2A);

    /// <summary>The relative luminance of WCAG 2, from 0 (black) to 1 (white).</summary>
    public double Luminance => (0.2126 * Linear(R)) + (0.7152 * Linear(G)) + (0.0722 * Linear(B));

    /// <summary>White or ink, whichever is easier to read on this colour.</summary>
    public Rgb Legible => Contrast(White, this) >= Contrast(Ink, this) ? White : Ink;

    public static Rgb FromHex(int hex) => new((byte)(hex >> 16), (byte)(hex >> 8), (byte)hex);

    /// <summary>Reads a colour literal of the language; the alpha of eight digits is left out.</summary>
    public static Rgb? Parse(string literal)
    {
        ReadOnlySpan<char> digits = literal.AsSpan().TrimStart('#');
        if (!uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint value))
        {
            return null;
        }

        return digits.Length switch
        {
            3 => new Rgb((byte)((value >> 8) * 17), (byte)((value >> 4 & 15) * 17), (byte)((value & 15) * 17)),
            6 => FromHex((int)value),
            8 => FromHex((int)(value >> 8)),
            _ => null,
        };
    }

    /// <summary>This colour with a share of another, from 0 to 1, laid over it.</summary>
    public Rgb Mix(Rgb other, double share) =>
        new(Mix(R, other.R, share), Mix(G, other.G, share), Mix(B, other.B, share));

    /// <summary>The contrast ratio of WCAG 2, from 1 to 21.</summary>
    public static double Contrast(Rgb a, Rgb b)
    {
        double x = a.Luminance + 0.05;
        double y = b.Luminance + 0.05;
        return Math.Max(x, y) / Math.Min(x, y);
    }

    private static byte Mix(byte from, byte to, double share) => (byte)Math.Round(from + ((to - from) * share));

    private static double Linear(byte channel)
    {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
    }
}
