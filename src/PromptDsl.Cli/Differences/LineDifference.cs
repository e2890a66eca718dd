namespace PromptDsl.Cli.Differences;

/// <summary>Finds the lines that two texts share: Myers' algorithm in linear space.</summary>
internal sealed class LineDifference
{
    // Beyond this many changes in one place a shorter list of them helps nobody, and the time
    // would grow with their square.
    private const int MaxCost = 2048;

    private readonly int[] _a;
    private readonly int[] _b;
    private readonly bool[] _removed;
    private readonly bool[] _added;

    private LineDifference(int[] a, int[] b)
    {
        _a = a;
        _b = b;
        _removed = new bool[a.Length];
        _added = new bool[b.Length];
    }

    /// <summary>Which lines of the old text go and which lines of the new one come.</summary>
    public static (bool[] Removed, bool[] Added) Compute(IReadOnlyList<string> oldLines, IReadOnlyList<string> newLines)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        int[] Number(IReadOnlyList<string> lines)
        {
            int[] result = new int[lines.Count];
            for (int i = 0; i < lines.Count; i++)
            {
                if (!numbers.TryGetValue(lines[i], out result[i]))
                {
                    numbers.Add(lines[i], result[i] = numbers.Count);
                }
            }

            return result;
        }

        var difference = new LineDifference(Number(oldLines), Number(newLines));
        difference.Compare(0, oldLines.Count, 0, newLines.Count);
        return (difference._removed, difference._added);
    }

    private void Compare(int aFrom, int aTo, int bFrom, int bTo)
    {
        while (aFrom < aTo && bFrom < bTo && _a[aFrom] == _b[bFrom])
        {
            aFrom++;
            bFrom++;
        }

        while (aFrom < aTo && bFrom < bTo && _a[aTo - 1] == _b[bTo - 1])
        {
            aTo--;
            bTo--;
        }

        if (aFrom == aTo || bFrom == bTo || !TryFindMiddle(aFrom, aTo, bFrom, bTo, out int aMiddle, out int bMiddle))
        {
            Array.Fill(_removed, true, aFrom, aTo - aFrom);
            Array.Fill(_added, true, bFrom, bTo - bFrom);
            return;
        }

        Compare(aFrom, aMiddle, bFrom, bMiddle);
        Compare(aMiddle, aTo, bMiddle, bTo);
    }

    /// <summary>A point on a shortest path, found by searching from both ends at once.</summary>
    private bool TryFindMiddle(int aFrom, int aTo, int bFrom, int bTo, out int aMiddle, out int bMiddle)
    {
        int n = aTo - aFrom;
        int m = bTo - bFrom;
        int delta = n - m;
        int max = Math.Min((n + m + 1) / 2, MaxCost);
        int[] forward = new int[(2 * max) + 3];
        int[] backward = new int[(2 * max) + 3];
        int zero = max + 1;
        for (int d = 0; d <= max; d++)
        {
            for (int k = -d; k <= d; k += 2)
            {
                int x = Step(forward, zero, k, d);
                while (x < n && x - k < m && _a[aFrom + x] == _b[bFrom + x - k])
                {
                    x++;
                }

                forward[zero + k] = x;
                int mirrored = delta - k;
                bool meets = delta % 2 != 0 && Math.Abs(mirrored) < d && x + backward[zero + mirrored] >= n;
                if (meets && x <= n && x - k <= m)
                {
                    (aMiddle, bMiddle) = (aFrom + x, bFrom + x - k);
                    return true;
                }
            }

            for (int k = -d; k <= d; k += 2)
            {
                int x = Step(backward, zero, k, d);
                while (x < n && x - k < m && _a[aTo - 1 - x] == _b[bTo - 1 - x + k])
                {
                    x++;
                }

                backward[zero + k] = x;
                int mirrored = delta - k;
                bool meets = delta % 2 == 0 && Math.Abs(mirrored) <= d && x + forward[zero + mirrored] >= n;
                if (meets && x <= n && x - k <= m)
                {
                    (aMiddle, bMiddle) = (aTo - x, bTo - x + k);
                    return true;
                }
            }
        }

        (aMiddle, bMiddle) = (aFrom, bFrom);
        return false;
    }

    private static int Step(int[] reached, int zero, int k, int d) =>
        k == -d || (k != d && reached[zero + k - 1] < reached[zero + k + 1])
            ? reached[zero + k + 1]
            : reached[zero + k - 1] + 1;
}
