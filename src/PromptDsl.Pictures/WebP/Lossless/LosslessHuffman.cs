namespace PromptDsl.Pictures.WebP.Lossless;

/// <summary>Finds the lengths of the shortest prefix code for symbols that occur so often (Huffman 1952).</summary>
internal static class LosslessHuffman
{
    /// <summary>A length for each symbol.</summary>
    /// <param name="counts">How often each symbol occurs.</param>
    /// <param name="maxLength">The longest code that may be given.</param>
    /// <returns>Lengths; 0 for those that do not occur, 1 for one that occurs alone.</returns>
    public static byte[] Lengths(ReadOnlySpan<int> counts, int maxLength)
    {
        // Where a code is too long, rare symbols are taken to be less rare.
        for (int least = 1; ; least *= 2)
        {
            byte[] lengths = Build(counts, least);
            if (lengths.Max() <= maxLength)
            {
                return lengths;
            }
        }
    }

    private static byte[] Build(ReadOnlySpan<int> counts, int least)
    {
        var queue = new PriorityQueue<int, (long Count, int Node)>();
        var parents = new List<int>();
        for (int symbol = 0; symbol < counts.Length; symbol++)
        {
            parents.Add(0);
            if (counts[symbol] > 0)
            {
                queue.Enqueue(symbol, (Math.Max(counts[symbol], least), symbol));
            }
        }

        var lengths = new byte[counts.Length];
        if (queue.Count == 1)
        {
            lengths[queue.Dequeue()] = 1;
            return lengths;
        }

        while (queue.TryDequeue(out int first, out (long Count, int Node) a))
        {
            int node = parents.Count;
            parents.Add(node);
            parents[first] = node;
            if (!queue.TryDequeue(out int second, out (long Count, int Node) b))
            {
                break;
            }

            parents[second] = node;
            queue.Enqueue(node, (a.Count + b.Count, node));
        }

        return SetDepths(counts, parents, lengths);
    }

    private static byte[] SetDepths(ReadOnlySpan<int> counts, List<int> parents, byte[] lengths)
    {
        // Parents come after their children, and the last node stands above the root.
        var depths = new int[parents.Count];
        for (int node = parents.Count - 2; node >= 0; node--)
        {
            depths[node] = depths[parents[node]] + 1;
        }

        for (int symbol = 0; symbol < lengths.Length; symbol++)
        {
            lengths[symbol] = counts[symbol] > 0 ? (byte)(depths[symbol] - 1) : (byte)0;
        }

        return lengths;
    }
}
