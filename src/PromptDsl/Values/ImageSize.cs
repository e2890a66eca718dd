using System.Globalization;

namespace PromptDsl.Values;

/// <summary>The dimensions of a picture in pixels, or of a grid in cells: width × height.</summary>
public readonly record struct ImageSize(int Width, int Height)
{
    /// <summary>The number of pixels.</summary>
    public long Pixels => (long)Width * Height;

    /// <summary>The longer of the two edges.</summary>
    public int LongEdge => Math.Max(Width, Height);

    /// <summary>Reads <c>1536x1024</c>. Both numbers must be positive and fit an <see cref="int"/>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out ImageSize size)
    {
        size = default;
        int x = text.IndexOf('x');
        if (
            x <= 0
            || !int.TryParse(text[..x], NumberStyles.None, CultureInfo.InvariantCulture, out int width)
            || !int.TryParse(text[(x + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out int height)
            || width == 0
            || height == 0
        )
        {
            return false;
        }

        size = new ImageSize(width, height);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Width}x{Height}");
}
