using System.Globalization;

namespace PromptDsl.Values;

/// <summary>A ratio of width to height as it is written, such as <c>16:9</c> or <c>2.35:1</c>.</summary>
public readonly record struct AspectRatio(decimal Width, decimal Height)
{
    /// <summary>Width divided by height; above 1 is landscape.</summary>
    public double Value => (double)(Width / Height);

    /// <summary>Reads <c>16:9</c>. Both parts must be positive; a part may have decimals.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out AspectRatio ratio)
    {
        ratio = default;
        int colon = text.IndexOf(':');
        if (
            colon <= 0
            || !TryParsePart(text[..colon], out decimal width)
            || !TryParsePart(text[(colon + 1)..], out decimal height)
        )
        {
            return false;
        }

        ratio = new AspectRatio(width, height);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Width}:{Height}");

    private static bool TryParsePart(ReadOnlySpan<char> text, out decimal part) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out part)
        && part is > 0.001m and < 1_000_000m;
}
