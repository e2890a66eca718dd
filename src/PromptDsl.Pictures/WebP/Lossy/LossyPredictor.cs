namespace PromptDsl.Pictures.WebP.Lossy;

/// <summary>Foretells blocks from their edges, RFC 6386 12.2 and 12.3.</summary>
internal static class LossyPredictor
{
    /// <summary>A whole block of brightness or colour.</summary>
    /// <param name="edge">16 or 8.</param>
    public static void PredictBlock(LossyPlane plane, int x, int y, int edge, LossyMode mode)
    {
        byte mean = mode == LossyMode.Mean ? Mean(plane, x, y, edge) : (byte)0;
        for (int row = 0; row < edge; row++)
        {
            Span<byte> target = plane.Row(x, y + row, edge);
            switch (mode)
            {
                case LossyMode.Mean:
                    target.Fill(mean);
                    break;
                case LossyMode.Vertical:
                    plane.Row(x, y - 1, edge).CopyTo(target);
                    break;
                case LossyMode.Horizontal:
                    target.Fill(plane[x - 1, y + row]);
                    break;
                default:
                    PredictTrueMotion(plane, x, y, target, row);
                    break;
            }
        }
    }

    /// <summary>A subblock of 4×4 samples of brightness.</summary>
    /// <param name="right">The four samples above to the right.</param>
    public static void PredictSubblock(LossyPlane plane, int x, int y, LossyMode mode, ReadOnlySpan<byte> right)
    {
        // The edge from the lower left over the corner to the upper right.
        Span<byte> e = stackalloc byte[13];
        for (int i = 0; i < 4; i++)
        {
            e[i] = plane[x - 1, y + 3 - i];
        }

        plane.Row(x - 1, y - 1, 5).CopyTo(e[4..]);
        right[..4].CopyTo(e[9..]);
        byte mean = Mean(e);
        for (int row = 0; row < 4; row++)
        {
            Span<byte> target = plane.Row(x, y + row, 4);
            for (int column = 0; column < 4; column++)
            {
                target[column] = mode switch
                {
                    LossyMode.Mean => mean,
                    LossyMode.TrueMotion => LossyTransform.Clip(e[3 - row] + e[5 + column] - e[4]),
                    LossyMode.Vertical => Three(e, 5 + column),
                    LossyMode.Horizontal => row == 3 ? Three(e[1], e[0], e[0]) : Three(e, 3 - row),
                    LossyMode.RightDown => Three(e, 4 - row + column),
                    LossyMode.LeftDown => LeftDown(e, row + column),
                    LossyMode.VerticalRight => VerticalRight(e, row, column),
                    LossyMode.VerticalLeft => VerticalLeft(e, row, column),
                    LossyMode.HorizontalDown => HorizontalDown(e, row, column),
                    _ => HorizontalUp(e, (2 * row) + column),
                };
            }
        }
    }

    // Edges beyond the picture do not count.
    private static byte Mean(LossyPlane plane, int x, int y, int edge)
    {
        int sum = 0;
        int count = 0;
        for (int i = 0; i < edge; i++)
        {
            sum += (y > 0 ? plane[x + i, y - 1] : 0) + (x > 0 ? plane[x - 1, y + i] : 0);
            count += (y > 0 ? 1 : 0) + (x > 0 ? 1 : 0);
        }

        return count == 0 ? (byte)128 : (byte)((sum + (count / 2)) / count);
    }

    private static byte Mean(ReadOnlySpan<byte> e)
    {
        int sum = 4;
        for (int i = 0; i < 4; i++)
        {
            sum += e[i] + e[5 + i];
        }

        return (byte)(sum >> 3);
    }

    private static void PredictTrueMotion(LossyPlane plane, int x, int y, Span<byte> target, int row)
    {
        int left = plane[x - 1, y + row] - plane[x - 1, y - 1];
        ReadOnlySpan<byte> above = plane.Row(x, y - 1, target.Length);
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = LossyTransform.Clip(above[i] + left);
        }
    }

    private static byte LeftDown(ReadOnlySpan<byte> e, int step) =>
        step == 6 ? Three(e[11], e[12], e[12]) : Three(e, 6 + step);

    // Every second row of these four goes on where the one before ended; the others lie between.
    private static byte VerticalRight(ReadOnlySpan<byte> e, int row, int column)
    {
        int step = (2 * column) - row;
        return step < -1 ? Three(e, 4 + step + 1)
            : step % 2 == 0 ? Two(e[4 + (step / 2)], e[5 + (step / 2)])
            : Three(e, 4 + ((step + 1) / 2));
    }

    private static byte VerticalLeft(ReadOnlySpan<byte> e, int row, int column) =>
        (row, column) switch
        {
            (2, 3) => Three(e, 10),
            (3, 3) => Three(e, 11),
            _ when row % 2 == 0 => Two(e[5 + column + (row / 2)], e[6 + column + (row / 2)]),
            _ => Three(e, 6 + column + (row / 2)),
        };

    private static byte HorizontalDown(ReadOnlySpan<byte> e, int row, int column)
    {
        int step = (2 * row) - column;
        return step < -1 ? Three(e, 4 - step - 1)
            : step % 2 == 0 ? Two(e[3 - (step / 2)], e[4 - (step / 2)])
            : Three(e, 4 - ((step + 1) / 2));
    }

    private static byte HorizontalUp(ReadOnlySpan<byte> e, int step) =>
        step > 5 ? e[0]
        : step == 5 ? Three(e[1], e[0], e[0])
        : step % 2 == 0 ? Two(e[3 - (step / 2)], e[2 - (step / 2)])
        : Three(e, 2 - (step / 2));

    private static byte Two(int a, int b) => (byte)((a + b + 1) >> 1);

    // Around a middle.
    private static byte Three(ReadOnlySpan<byte> e, int middle) => Three(e[middle - 1], e[middle], e[middle + 1]);

    private static byte Three(int a, int b, int c) => (byte)((a + (2 * b) + c + 2) >> 2);
}
