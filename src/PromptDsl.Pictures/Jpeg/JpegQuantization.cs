namespace PromptDsl.Pictures.Jpeg;

/// <summary>The tables of annex K.1, scaled by a quality.</summary>
internal static class JpegQuantization
{
    // csharpier-ignore
    private static ReadOnlySpan<byte> BaseLuminance =>
        [
            16, 11, 10, 16, 24, 40, 51, 61,
            12, 12, 14, 19, 26, 58, 60, 55,
            14, 13, 16, 24, 40, 57, 69, 56,
            14, 17, 22, 29, 51, 87, 80, 62,
            18, 22, 37, 56, 68, 109, 103, 77,
            24, 35, 55, 64, 81, 104, 113, 92,
            49, 64, 78, 87, 103, 121, 120, 101,
            72, 92, 95, 98, 112, 100, 103, 99,
        ];

    // csharpier-ignore
    private static ReadOnlySpan<byte> BaseChrominance =>
        [
            17, 18, 24, 47, 99, 99, 99, 99,
            18, 21, 26, 66, 99, 99, 99, 99,
            24, 26, 56, 99, 99, 99, 99, 99,
            47, 66, 99, 99, 99, 99, 99, 99,
            99, 99, 99, 99, 99, 99, 99, 99,
            99, 99, 99, 99, 99, 99, 99, 99,
            99, 99, 99, 99, 99, 99, 99, 99,
            99, 99, 99, 99, 99, 99, 99, 99,
        ];

    /// <summary>The table for brightness, row by row.</summary>
    public static byte[] Luminance(int quality) => Scale(BaseLuminance, quality);

    /// <summary>The table for colour, row by row.</summary>
    public static byte[] Chrominance(int quality) => Scale(BaseChrominance, quality);

    // The scale of the Independent JPEG Group, which gives the numbers of quality their common meaning.
    private static byte[] Scale(ReadOnlySpan<byte> table, int quality)
    {
        int percent = quality < 50 ? 5000 / quality : 200 - (2 * quality);
        byte[] scaled = new byte[table.Length];
        for (int i = 0; i < scaled.Length; i++)
        {
            scaled[i] = (byte)Math.Clamp(((table[i] * percent) + 50) / 100, 1, byte.MaxValue);
        }

        return scaled;
    }
}
