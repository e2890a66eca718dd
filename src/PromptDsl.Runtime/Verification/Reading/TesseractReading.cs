using System.Collections.Immutable;
using PromptDsl.Pictures;

namespace PromptDsl.Runtime.Verification.Reading;

/// <summary>A way to read a picture by tesseract.</summary>
/// <param name="LongestSide">To how many pixels its longest side is brought; null for the size that it has.</param>
/// <param name="Mode">How the page is divided: 6 takes it as one block of text, 11 looks for text anywhere.</param>
/// <param name="IsLocal">Whether dark and light are told from what is near, as text on several grounds needs.</param>
internal sealed record TesseractReading(int? LongestSide, int Mode, bool IsLocal)
{
    private const int Large = 1600;
    private const int Small = 800;

    // On lettering of many sizes, grounds and styles one way reads seven in ten texts; together these read what can be read.
    private static readonly ImmutableArray<TesseractReading> Ways =
    [
        new(Large, 11, IsLocal: false),
        new(Small, 6, IsLocal: false),
        new(Small, 6, IsLocal: true),
        new(Large, 11, IsLocal: true),
        new(Small, 11, IsLocal: false),
    ];

    /// <summary>The ways to read a picture, those that read most first.</summary>
    public static IEnumerable<TesseractReading> For(Raster picture) =>
        Math.Max(picture.Width, picture.Height) > Large ? Ways.Add(new(null, 11, IsLocal: false)) : Ways;

    /// <summary>The arguments of the program, which takes a picture and gives text.</summary>
    public IEnumerable<string> Arguments(IEnumerable<string> models)
    {
        string[] arguments = ["stdin", "stdout", "-l", string.Join('+', models), "--psm", $"{Mode}"];

        // Sauvola's method; version 4 knows only one for the whole picture, says so and goes on.
        return IsLocal ? [.. arguments, "-c", "thresholding_method=2"] : arguments;
    }

    /// <summary>The picture as it is read, as a PNG.</summary>
    public byte[] Prepare(Raster picture) =>
        PngEncoder.Encode(LongestSide is { } side ? Scaling.Fit(picture, side) : picture);
}
