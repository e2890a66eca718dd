namespace PromptDsl.Pictures.WebP.Lossy;

/// <summary>Smooths the edges of blocks after all are there, RFC 6386 15.</summary>
internal static class LossySmoother
{
    /// <summary>Smooths the edges of a block of brightness or colour.</summary>
    /// <param name="edge">16 or 8.</param>
    public static void Smooth(LossyPlane plane, int x, int y, int edge, LossyFilterStrength strength, bool isSimple)
    {
        int columns = plane.Stride;
        if (x > 0)
        {
            SmoothEdge(plane, plane.Index(x, y), 1, columns, edge, strength, isSimple, isOuter: true);
        }

        for (int i = 4; i < edge && strength.HasInner; i += 4)
        {
            SmoothEdge(plane, plane.Index(x + i, y), 1, columns, edge, strength, isSimple, isOuter: false);
        }

        if (y > 0)
        {
            SmoothEdge(plane, plane.Index(x, y), columns, 1, edge, strength, isSimple, isOuter: true);
        }

        for (int i = 4; i < edge && strength.HasInner; i += 4)
        {
            SmoothEdge(plane, plane.Index(x, y + i), columns, 1, edge, strength, isSimple, isOuter: false);
        }
    }

    // Goes along an edge; across says how far the samples on a line through it lie apart.
    private static void SmoothEdge(
        LossyPlane plane,
        int start,
        int across,
        int along,
        int count,
        LossyFilterStrength strength,
        bool isSimple,
        bool isOuter
    )
    {
        int limit = isOuter ? strength.OuterLimit : strength.InnerLimit;
        Span<byte> samples = plane.Samples;
        for (int i = 0; i < count; i++)
        {
            int at = start + (i * along);
            if (isSimple)
            {
                if (IsSmall(samples, at, across, limit))
                {
                    SmoothTwo(samples, at, across);
                }
            }
            else if (IsSmall(samples, at, across, limit) && IsFlat(samples, at, across, strength.Interior))
            {
                SmoothNormally(samples, at, across, strength.HighVariance, isOuter);
            }
        }
    }

    private static void SmoothNormally(Span<byte> s, int at, int across, int highVariance, bool isOuter)
    {
        if (Step(s, at - (2 * across), across) > highVariance || Step(s, at, across) > highVariance)
        {
            SmoothTwo(s, at, across);
        }
        else if (isOuter)
        {
            SmoothSix(s, at, across);
        }
        else
        {
            SmoothFour(s, at, across);
        }
    }

    private static bool IsSmall(Span<byte> s, int at, int across, int limit)
    {
        int outer = Math.Abs(s[at - (2 * across)] - s[at + across]);
        return (Step(s, at - across, across) * 2) + (outer >> 1) <= limit;
    }

    private static bool IsFlat(Span<byte> s, int at, int across, int interior)
    {
        for (int i = -4; i < 3; i++)
        {
            if (i != -1 && Step(s, at + (i * across), across) > interior)
            {
                return false;
            }
        }

        return true;
    }

    private static int Step(Span<byte> s, int at, int across) => Math.Abs(s[at] - s[at + across]);

    // The samples next to the edge, by the step between those beyond them too.
    private static void SmoothTwo(Span<byte> s, int at, int across)
    {
        int outer = Clamp(s[at - (2 * across)] - s[at + across]);
        Move(s, at, across, Clamp(outer + (3 * (s[at] - s[at - across]))));
    }

    private static void SmoothFour(Span<byte> s, int at, int across)
    {
        int moved = Move(s, at, across, Clamp(3 * (s[at] - s[at - across])));
        int further = (moved + 1) >> 1;
        Add(s, at - (2 * across), further);
        Add(s, at + across, -further);
    }

    private static void SmoothSix(Span<byte> s, int at, int across)
    {
        int outer = Clamp(s[at - (2 * across)] - s[at + across]);
        int step = Clamp(outer + (3 * (s[at] - s[at - across])));
        for (int i = 0; i < 3; i++)
        {
            int part = (((27 - (9 * i)) * step) + 63) >> 7;
            Add(s, at - ((i + 1) * across), part);
            Add(s, at + (i * across), -part);
        }
    }

    // Returns how far the sample behind the edge is moved.
    private static int Move(Span<byte> s, int at, int across, int step)
    {
        int behind = Clamp(step + 4) >> 3;
        Add(s, at - across, Clamp(step + 3) >> 3);
        Add(s, at, -behind);
        return behind;
    }

    private static void Add(Span<byte> s, int at, int value) => s[at] = LossyTransform.Clip(s[at] + value);

    private static int Clamp(int value) => Math.Clamp(value, sbyte.MinValue, sbyte.MaxValue);
}
