using System.Globalization;

namespace PromptDsl.Runtime.Providers.OpenAi.Transport;

/// <summary>Durations as headers write them.</summary>
internal static class HeaderDuration
{
    // Nobody waits longer than this; it keeps nonsense from overflowing.
    private const double MaxSeconds = 366d * 24 * 60 * 60;

    /// <summary>Reads <c>6m0s</c>, <c>20ms</c>, <c>1h30m0.5s</c>, and a bare number as seconds.</summary>
    /// <returns>Null when it is nothing of the kind.</returns>
    public static TimeSpan? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text) || Read(text) is not null)
        {
            return FromSeconds(text);
        }

        double seconds = 0;
        ReadOnlySpan<char> rest = text;
        while (!rest.IsEmpty)
        {
            int number = LengthOf(rest, c => char.IsAsciiDigit(c) || c == '.');
            int unit = LengthOf(rest[number..], char.IsAsciiLetter);
            if (Read(rest[..number]) is not { } value || SecondsOf(rest.Slice(number, unit)) is not { } factor)
            {
                return null;
            }

            seconds += value * factor;
            rest = rest[(number + unit)..];
        }

        return Make(seconds);
    }

    public static TimeSpan? FromSeconds(string? text) => Read(text) is { } value ? Make(value) : null;

    public static TimeSpan? FromMilliseconds(string? text) => Read(text) is { } value ? Make(value / 1000) : null;

    private static TimeSpan? Make(double seconds) => seconds <= MaxSeconds ? TimeSpan.FromSeconds(seconds) : null;

    private static double? Read(ReadOnlySpan<char> text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value)
        && double.IsFinite(value)
            ? value
            : null;

    private static double? SecondsOf(ReadOnlySpan<char> unit) =>
        unit switch
        {
            "d" => 24 * 60 * 60,
            "h" => 60 * 60,
            "m" => 60,
            "s" => 1,
            "ms" => 1e-3,
            "us" => 1e-6,
            "ns" => 1e-9,
            _ => null,
        };

    private static int LengthOf(ReadOnlySpan<char> text, Func<char, bool> isPart)
    {
        int length = 0;
        while (length < text.Length && isPart(text[length]))
        {
            length++;
        }

        return length;
    }
}
