namespace PromptDsl.Assets.Png;

/// <summary>Undoes the filters of rows, PNG (3rd edition) 9.2.</summary>
internal static class PngFilter
{
    /// <summary>The highest filter type.</summary>
    public const byte Last = 4;

    /// <summary>Restores a row in place.</summary>
    /// <param name="type">The filter, from 0 to <see cref="Last"/>.</param>
    /// <param name="above">The restored row above; zeros for the first.</param>
    /// <param name="distance">How many bytes to the left the same byte of the last pixel stands.</param>
    public static void Undo(byte type, Span<byte> row, ReadOnlySpan<byte> above, int distance)
    {
        switch (type)
        {
            case 1:
                UndoSub(row, distance);
                break;
            case 2:
                UndoUp(row, above);
                break;
            case 3:
                UndoAverage(row, above, distance);
                break;
            case Last:
                UndoPaeth(row, above, distance);
                break;
        }
    }

    private static void UndoSub(Span<byte> row, int distance)
    {
        for (int i = distance; i < row.Length; i++)
        {
            row[i] += row[i - distance];
        }
    }

    private static void UndoUp(Span<byte> row, ReadOnlySpan<byte> above)
    {
        for (int i = 0; i < row.Length; i++)
        {
            row[i] += above[i];
        }
    }

    private static void UndoAverage(Span<byte> row, ReadOnlySpan<byte> above, int distance)
    {
        for (int i = 0; i < row.Length; i++)
        {
            int left = i < distance ? 0 : row[i - distance];
            row[i] += (byte)((left + above[i]) / 2);
        }
    }

    private static void UndoPaeth(Span<byte> row, ReadOnlySpan<byte> above, int distance)
    {
        for (int i = 0; i < row.Length; i++)
        {
            bool isFirst = i < distance;
            row[i] += Paeth(isFirst ? 0 : row[i - distance], above[i], isFirst ? 0 : above[i - distance]);
        }
    }

    // 9.4: the neighbour that is nearest to left + above - corner; ties in this order.
    private static byte Paeth(int left, int above, int corner)
    {
        int toLeft = Math.Abs(above - corner);
        int toAbove = Math.Abs(left - corner);
        int toCorner = Math.Abs(left + above - (2 * corner));
        int nearest =
            toLeft <= toAbove && toLeft <= toCorner ? left
            : toAbove <= toCorner ? above
            : corner;
        return (byte)nearest;
    }
}
