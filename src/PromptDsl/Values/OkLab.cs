namespace PromptDsl.Values;

/// <summary>A colour in OKLab (Björn Ottosson, "A perceptual color space for image processing", 2020).</summary>
/// <param name="Lightness">From 0 for black to 1 for white.</param>
/// <param name="A">From green, below 0, to red; in sRGB between about -0.24 and 0.28.</param>
/// <param name="B">From blue, below 0, to yellow; in sRGB between about -0.32 and 0.20.</param>
public readonly record struct OkLab(double Lightness, double A, double B)
{
    /// <summary>How strong the colour is: 0 for greys; in sRGB up to about 0.33.</summary>
    public double Chroma => Math.Sqrt((A * A) + (B * B));

    /// <summary>Converts an sRGB colour.</summary>
    public static OkLab FromRgb(byte red, byte green, byte blue)
    {
        double r = SrgbTransfer.ToLinear(red);
        double g = SrgbTransfer.ToLinear(green);
        double b = SrgbTransfer.ToLinear(blue);
        double l = Math.Cbrt((0.4122214708 * r) + (0.5363325363 * g) + (0.0514459929 * b));
        double m = Math.Cbrt((0.2119034982 * r) + (0.6806995451 * g) + (0.1073969566 * b));
        double s = Math.Cbrt((0.0883024619 * r) + (0.2817188376 * g) + (0.6299787005 * b));
        return new OkLab(
            (0.2104542553 * l) + (0.7936177850 * m) - (0.0040720468 * s),
            (1.9779984951 * l) - (2.4285922050 * m) + (0.4505937099 * s),
            (0.0259040371 * l) + (0.7827717662 * m) - (0.8086757660 * s)
        );
    }

    /// <summary>Converts an sRGB colour; alpha plays no part.</summary>
    public static OkLab FromRgb(RgbColor color) => FromRgb(color.Red, color.Green, color.Blue);

    /// <summary>
    /// ΔE: the straight distance times 100. Black and white are 100 apart; about 2 is just noticeable
    /// side by side, and from about 10 people name two colours differently.
    /// </summary>
    public double DistanceTo(OkLab other)
    {
        double lightness = Lightness - other.Lightness;
        double a = A - other.A;
        double b = B - other.B;
        return 100 * Math.Sqrt((lightness * lightness) + (a * a) + (b * b));
    }
}
