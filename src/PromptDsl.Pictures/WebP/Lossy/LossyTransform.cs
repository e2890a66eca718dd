namespace PromptDsl.Pictures.WebP.Lossy;

/// <summary>Undoes the transforms of coefficients, RFC 6386 14.3 and 14.4.</summary>
internal static class LossyTransform
{
    /// <summary>Adds what the coefficients of a subblock stand for to the samples that were foretold.</summary>
    public static void AddInverse(ReadOnlySpan<short> coefficients, LossyPlane plane, int x, int y)
    {
        Span<int> columns = stackalloc int[16];
        for (int i = 0; i < 4; i++)
        {
            (int a, int b, int c, int d) = Inverse(
                coefficients[i],
                coefficients[4 + i],
                coefficients[8 + i],
                coefficients[12 + i]
            );
            columns[i] = a;
            columns[4 + i] = b;
            columns[8 + i] = c;
            columns[12 + i] = d;
        }

        for (int i = 0; i < 4; i++)
        {
            Span<int> row = columns.Slice(4 * i, 4);
            (int a, int b, int c, int d) = Inverse(row[0] + 4, row[1], row[2], row[3]);
            Span<byte> samples = plane.Row(x, y + i, 4);
            samples[0] = Clip(samples[0] + (a >> 3));
            samples[1] = Clip(samples[1] + (b >> 3));
            samples[2] = Clip(samples[2] + (c >> 3));
            samples[3] = Clip(samples[3] + (d >> 3));
        }
    }

    /// <summary>Makes the first coefficients of the sixteen subblocks of brightness.</summary>
    public static void UndoHadamard(ReadOnlySpan<short> values, Span<short> coefficients)
    {
        Span<int> columns = stackalloc int[16];
        for (int i = 0; i < 4; i++)
        {
            int a = values[i] + values[12 + i];
            int b = values[4 + i] + values[8 + i];
            int c = values[4 + i] - values[8 + i];
            int d = values[i] - values[12 + i];
            columns[i] = a + b;
            columns[4 + i] = d + c;
            columns[8 + i] = a - b;
            columns[12 + i] = d - c;
        }

        for (int i = 0; i < 4; i++)
        {
            Span<int> row = columns.Slice(4 * i, 4);
            int a = row[0] + row[3] + 3;
            int b = row[1] + row[2];
            int c = row[1] - row[2];
            int d = row[0] - row[3] + 3;
            Span<short> subblocks = coefficients[(i * 4 * 16)..];
            subblocks[0] = (short)((a + b) >> 3);
            subblocks[16] = (short)((d + c) >> 3);
            subblocks[32] = (short)((a - b) >> 3);
            subblocks[48] = (short)((d - c) >> 3);
        }
    }

    public static byte Clip(int value) => (byte)Math.Clamp(value, 0, byte.MaxValue);

    private static (int A, int B, int C, int D) Inverse(int v0, int v1, int v2, int v3)
    {
        int a = v0 + v2;
        int b = v0 - v2;
        int c = TimesSine(v1) - TimesCosine(v3);
        int d = TimesCosine(v1) + TimesSine(v3);
        return (a + d, b + c, b - c, a - d);
    }

    // √2·cos(π/8) and √2·sin(π/8) as fractions of 65,536.
    private static int TimesCosine(int value) => value + ((value * 20091) >> 16);

    private static int TimesSine(int value) => (value * 35468) >> 16;
}
