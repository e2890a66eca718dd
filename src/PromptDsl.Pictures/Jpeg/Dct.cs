namespace PromptDsl.Pictures.Jpeg;

/// <summary>
/// The cosine transform of blocks of 8×8, ITU-T T.81 A.3.3, rows then columns, with the symmetry of the
/// cosines used once. Single precision gives the same results on every processor.
/// </summary>
internal static class Dct
{
    // cos(kπ/16)
    private const float C1 = 0.980785280f;
    private const float C2 = 0.923879533f;
    private const float C3 = 0.831469612f;
    private const float C4 = 0.707106781f;
    private const float C5 = 0.555570233f;
    private const float C6 = 0.382683432f;
    private const float C7 = 0.195090322f;

    /// <summary>From samples to coefficients, in place.</summary>
    public static void Forward(Span<float> block)
    {
        for (int i = 0; i < 8; i++)
        {
            Forward(block, i * 8, 1);
        }

        for (int i = 0; i < 8; i++)
        {
            Forward(block, i, 8);
        }
    }

    /// <summary>From coefficients to samples, in place.</summary>
    public static void Inverse(Span<float> block)
    {
        for (int i = 0; i < 8; i++)
        {
            Inverse(block, i * 8, 1);
        }

        for (int i = 0; i < 8; i++)
        {
            Inverse(block, i, 8);
        }
    }

    private static void Forward(Span<float> v, int start, int step)
    {
        ref float x0 = ref v[start];
        ref float x1 = ref v[start + step];
        ref float x2 = ref v[start + (2 * step)];
        ref float x3 = ref v[start + (3 * step)];
        ref float x4 = ref v[start + (4 * step)];
        ref float x5 = ref v[start + (5 * step)];
        ref float x6 = ref v[start + (6 * step)];
        ref float x7 = ref v[start + (7 * step)];
        float s0 = x0 + x7;
        float s1 = x1 + x6;
        float s2 = x2 + x5;
        float s3 = x3 + x4;
        float d0 = x0 - x7;
        float d1 = x1 - x6;
        float d2 = x2 - x5;
        float d3 = x3 - x4;
        x0 = (s0 + s1 + s2 + s3) * (C4 / 2);
        x4 = (s0 - s1 - s2 + s3) * (C4 / 2);
        x2 = (((s0 - s3) * C2) + ((s1 - s2) * C6)) / 2;
        x6 = (((s0 - s3) * C6) - ((s1 - s2) * C2)) / 2;
        x1 = ((d0 * C1) + (d1 * C3) + (d2 * C5) + (d3 * C7)) / 2;
        x3 = ((d0 * C3) - (d1 * C7) - (d2 * C1) - (d3 * C5)) / 2;
        x5 = ((d0 * C5) - (d1 * C1) + (d2 * C7) + (d3 * C3)) / 2;
        x7 = ((d0 * C7) - (d1 * C5) + (d2 * C3) - (d3 * C1)) / 2;
    }

    private static void Inverse(Span<float> v, int start, int step)
    {
        ref float x0 = ref v[start];
        ref float x1 = ref v[start + step];
        ref float x2 = ref v[start + (2 * step)];
        ref float x3 = ref v[start + (3 * step)];
        ref float x4 = ref v[start + (4 * step)];
        ref float x5 = ref v[start + (5 * step)];
        ref float x6 = ref v[start + (6 * step)];
        ref float x7 = ref v[start + (7 * step)];
        float sum = (x0 + x4) * C4;
        float difference = (x0 - x4) * C4;
        float outer = (x2 * C2) + (x6 * C6);
        float inner = (x2 * C6) - (x6 * C2);
        float e0 = sum + outer;
        float e1 = difference + inner;
        float e2 = difference - inner;
        float e3 = sum - outer;
        float o0 = (x1 * C1) + (x3 * C3) + (x5 * C5) + (x7 * C7);
        float o1 = (x1 * C3) - (x3 * C7) - (x5 * C1) - (x7 * C5);
        float o2 = (x1 * C5) - (x3 * C1) + (x5 * C7) + (x7 * C3);
        float o3 = (x1 * C7) - (x3 * C5) + (x5 * C3) - (x7 * C1);
        x0 = (e0 + o0) / 2;
        x1 = (e1 + o1) / 2;
        x2 = (e2 + o2) / 2;
        x3 = (e3 + o3) / 2;
        x4 = (e3 - o3) / 2;
        x5 = (e2 - o2) / 2;
        x6 = (e1 - o1) / 2;
        x7 = (e0 - o0) / 2;
    }
}
