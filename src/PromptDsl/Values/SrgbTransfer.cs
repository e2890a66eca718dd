namespace PromptDsl.Values;

/// <summary>The transfer function of sRGB, IEC 61966-2-1.</summary>
internal static class SrgbTransfer
{
    private static readonly double[] Linear = CreateTable();

    /// <summary>The light of a channel, from 0 to 1.</summary>
    public static double ToLinear(byte channel) => Linear[channel];

    private static double[] CreateTable()
    {
        var table = new double[byte.MaxValue + 1];
        for (int i = 0; i < table.Length; i++)
        {
            double value = i / (double)byte.MaxValue;
            table[i] = value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return table;
    }
}
