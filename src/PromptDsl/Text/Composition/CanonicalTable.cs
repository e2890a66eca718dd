namespace PromptDsl.Text.Composition;

/// <summary>
/// Looks characters up in <see cref="CanonicalData"/>: rows of three numbers of 21 bits each, in ascending order.
/// </summary>
internal static class CanonicalTable
{
    private const int Bits = 21;
    private const int Mask = (1 << Bits) - 1;

    /// <summary>What a character is equal to, the second 0 when it is one other character; null for most.</summary>
    public static (int First, int Second)? Decompose(int codePoint)
    {
        ReadOnlySpan<long> rows = CanonicalData.Decompositions;
        int at = LastUpTo(rows, Row(codePoint, Mask, Mask));
        return at >= 0 && First(rows[at]) == codePoint ? (Second(rows[at]), Third(rows[at])) : null;
    }

    /// <summary>The character that two together are equal to, or null.</summary>
    public static int? Compose(int first, int second)
    {
        ReadOnlySpan<long> rows = CanonicalData.Compositions;
        int at = LastUpTo(rows, Row(first, second, Mask));
        return at >= 0 && First(rows[at]) == first && Second(rows[at]) == second ? Third(rows[at]) : null;
    }

    /// <summary>The canonical combining class; 0 for what begins a combination.</summary>
    public static int ClassOf(int codePoint)
    {
        ReadOnlySpan<long> rows = CanonicalData.Classes;
        int at = LastUpTo(rows, Row(codePoint, Mask, Mask));
        return at >= 0 && codePoint <= Second(rows[at]) ? Third(rows[at]) : 0;
    }

    /// <summary>Whether a character can be composed with those before it, or change places with marks among them.</summary>
    public static bool CanFollow(int codePoint) =>
        ClassOf(codePoint) != 0
        || HangulSyllables.CanFollow(codePoint)
        || (Decompose(codePoint) is var (first, _) && CanFollow(first))
        || CanonicalData.SpacingFollowers.BinarySearch((long)codePoint) >= 0;

    /// <summary>A row as the data holds it.</summary>
    public static long Row(int first, int second, int third) =>
        ((long)first << (2 * Bits)) | ((long)second << Bits) | (uint)third;

    private static int First(long row) => (int)(row >> (2 * Bits));

    private static int Second(long row) => (int)(row >> Bits) & Mask;

    private static int Third(long row) => (int)row & Mask;

    private static int LastUpTo(ReadOnlySpan<long> rows, long row)
    {
        int at = rows.BinarySearch(row);
        return at >= 0 ? at : ~at - 1;
    }
}
