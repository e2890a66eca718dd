using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace PromptDsl.Text.Composition;

/// <summary>
/// The canonical composition of texts, NFC (UAX #15): some systems and editors write 가 and é as several
/// characters. The runtime has it only with data about cultures, which the tool does not carry.
/// </summary>
internal static class CanonicalComposition
{
    /// <summary>The text in NFC; the same one when nothing changes. Lone surrogates stay as they are.</summary>
    public static string Compose(string text)
    {
        if (IsPlain(text))
        {
            return text;
        }

        List<int> codePoints = Decompose(text);
        Order(CollectionsMarshal.AsSpan(codePoints));
        int count = Join(CollectionsMarshal.AsSpan(codePoints));
        string composed = ToText(CollectionsMarshal.AsSpan(codePoints)[..count]);
        return composed == text ? text : composed;
    }

    /// <summary>Whether every character is one that is in NFC beside every other such; false says nothing.</summary>
    public static bool IsPlain(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (!IsPlain(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Where the part of a text that begins at a position ends: a character and all that can be composed with it
    /// or change places with what is.
    /// </summary>
    public static int EndOfPart(string text, int start)
    {
        int end = start + Read(text, start).Length;
        while (end < text.Length)
        {
            (int codePoint, int length) = Read(text, end);
            if (!CanonicalTable.CanFollow(codePoint))
            {
                break;
            }

            end += length;
        }

        return end;
    }

    // Below U+0300 nothing decomposed can stand; Han and whole syllables are most of what else is written.
    private static bool IsPlain(char c) => c is < '\u0300' or (>= '\u4E00' and <= '\u9FFF') or (>= '가' and <= '힣');

    private static List<int> Decompose(string text)
    {
        var codePoints = new List<int>(text.Length * 2);
        for (int i = 0; i < text.Length; )
        {
            (int codePoint, int length) = Read(text, i);
            AddDecomposed(codePoint, codePoints);
            i += length;
        }

        return codePoints;
    }

    // A surrogate without its partner stands for itself.
    private static (int CodePoint, int Length) Read(string text, int at) =>
        Rune.DecodeFromUtf16(text.AsSpan(at), out Rune rune, out int length) == OperationStatus.Done
            ? (rune.Value, length)
            : (text[at], 1);

    private static void AddDecomposed(int codePoint, List<int> codePoints)
    {
        if (HangulSyllables.Decompose(codePoint) is var (open, final))
        {
            AddDecomposed(open, codePoints);
            codePoints.Add(final);
        }
        else if (CanonicalTable.Decompose(codePoint) is var (first, second))
        {
            AddDecomposed(first, codePoints);
            if (second != 0)
            {
                codePoints.Add(second);
            }
        }
        else
        {
            codePoints.Add(codePoint);
        }
    }

    // Each run of marks by their classes; those of one class keep their order.
    private static void Order(Span<int> codePoints)
    {
        for (int start = 0; start < codePoints.Length; start++)
        {
            int end = start;
            while (end < codePoints.Length && CanonicalTable.ClassOf(codePoints[end]) != 0)
            {
                end++;
            }

            if (end - start > 1)
            {
                OrderMarks(codePoints[start..end]);
            }

            start = end;
        }
    }

    private static void OrderMarks(Span<int> marks)
    {
        var keys = new (int Class, int Place)[marks.Length];
        for (int i = 0; i < keys.Length; i++)
        {
            keys[i] = (CanonicalTable.ClassOf(marks[i]), i);
        }

        keys.AsSpan().Sort(marks);
    }

    // Joins each character with the starter before it that nothing blocks; returns how many are left.
    private static int Join(Span<int> codePoints)
    {
        int count = 0;
        int starter = -1;
        int lastClass = 0;
        foreach (int codePoint in codePoints)
        {
            int ownClass = CanonicalTable.ClassOf(codePoint);
            bool isReached = starter >= 0 && (starter == count - 1 || (lastClass != 0 && lastClass < ownClass));
            if (isReached && Pair(codePoints[starter], codePoint) is { } composed)
            {
                codePoints[starter] = composed;
                continue;
            }

            if (ownClass == 0)
            {
                starter = count;
            }

            lastClass = ownClass;
            codePoints[count++] = codePoint;
        }

        return count;
    }

    private static int? Pair(int first, int second) =>
        HangulSyllables.Compose(first, second) ?? CanonicalTable.Compose(first, second);

    private static string ToText(ReadOnlySpan<int> codePoints)
    {
        var text = new StringBuilder(codePoints.Length);
        Span<char> pair = stackalloc char[2];
        foreach (int codePoint in codePoints)
        {
            if (Rune.TryCreate(codePoint, out Rune rune))
            {
                text.Append(pair[..rune.EncodeToUtf16(pair)]);
            }
            else
            {
                text.Append((char)codePoint);
            }
        }

        return text.ToString();
    }
}
