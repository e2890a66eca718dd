using System.Collections.Immutable;
using System.Text;
using PromptDsl.Text;

namespace PromptDsl.Comparison.Words;

/// <summary>Compares two texts word by word.</summary>
public static class WordDifference
{
    /// <summary>
    /// Both texts as one: what is the same or removed makes up the earlier text, what is the same or
    /// added the later one. Where something is replaced, what is removed comes first.
    /// </summary>
    public static ImmutableArray<TextSegment> Compute(string before, string after)
    {
        List<string> oldTokens = WordTokens.Split(before);
        List<string> newTokens = WordTokens.Split(after);
        (bool[] removed, bool[] added) = SequenceDifference.Compute(oldTokens, newTokens);
        JoinChanges(oldTokens, newTokens, removed, added);
        return Segments(oldTokens, newTokens, removed, added);
    }

    /// <summary>What stands between two changes and says nothing itself goes with them: phrases are easier to read than syllables.</summary>
    private static void JoinChanges(List<string> oldTokens, List<string> newTokens, bool[] removed, bool[] added)
    {
        int a = 0;
        int b = 0;
        int sinceChange = -1;
        while (a < oldTokens.Count || b < newTokens.Count)
        {
            if ((a < oldTokens.Count && removed[a]) || (b < newTokens.Count && added[b]))
            {
                for (int i = 1; i <= sinceChange; i++)
                {
                    removed[a - i] = added[b - i] = true;
                }

                while (a < oldTokens.Count && removed[a])
                {
                    a++;
                }

                while (b < newTokens.Count && added[b])
                {
                    b++;
                }

                sinceChange = 0;
                continue;
            }

            bool saysNothing = oldTokens[a] != "\n" && !oldTokens[a].Any(char.IsLetterOrDigit);
            sinceChange = sinceChange >= 0 && saysNothing ? sinceChange + 1 : -1;
            a++;
            b++;
        }
    }

    private static ImmutableArray<TextSegment> Segments(
        List<string> oldTokens,
        List<string> newTokens,
        bool[] removed,
        bool[] added
    )
    {
        var segments = ImmutableArray.CreateBuilder<TextSegment>();
        var text = new StringBuilder();
        int a = 0;
        int b = 0;
        void Take(SegmentKind kind, List<string> tokens, ref int position, Func<bool> goesOn)
        {
            while (goesOn())
            {
                text.Append(tokens[position++]);
            }

            if (text.Length > 0)
            {
                segments.Add(new TextSegment(kind, text.ToString()));
                text.Clear();
            }
        }

        while (a < oldTokens.Count || b < newTokens.Count)
        {
            Take(SegmentKind.Removed, oldTokens, ref a, () => a < oldTokens.Count && removed[a]);
            Take(SegmentKind.Added, newTokens, ref b, () => b < newTokens.Count && added[b]);
            int start = a;
            Take(SegmentKind.Same, oldTokens, ref a, () => a < oldTokens.Count && !removed[a] && !added[b + a - start]);
            b += a - start;
        }

        return segments.ToImmutable();
    }
}
