using System.Globalization;

namespace PromptDsl.Targets.Checks;

/// <summary>Lengths of files against limits in megabytes.</summary>
internal static class FileSizes
{
    private const long Decimal = 1_000_000;
    private const long Binary = 1 << 20;

    /// <summary>
    /// Whether a file is too long whatever a megabyte is: the API does not say whether it counts 10^6 or
    /// 2^20 bytes.
    /// </summary>
    public static bool IsAbove(long bytes, int megabytes) => bytes >= megabytes * Binary;

    /// <summary>Whether a file is too long if a megabyte is 10^6 bytes.</summary>
    public static bool MayBeAbove(long bytes, int megabytes) => bytes >= megabytes * Decimal;

    /// <summary>In megabytes of 10^6 bytes: "51.3 MB".</summary>
    public static string Spoken(long bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"{(double)bytes / Decimal:N1} MB");
}
