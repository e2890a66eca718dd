using System.Globalization;
using PromptDsl.Text.Composition;

namespace PromptDsl.Generator.Text;

/// <summary>The rows of the data file about composed characters, as <see cref="CanonicalTable"/> looks them up.</summary>
internal sealed class CanonicalRows
{
    private readonly HashSet<int> _marks = [];
    private readonly HashSet<int> _seconds = [];

    private CanonicalRows() { }

    public SortedSet<long> Decompositions { get; } = [];

    public SortedSet<long> Compositions { get; } = [];

    public SortedSet<long> Classes { get; } = [];

    /// <summary>The second halves of compositions that are no marks.</summary>
    public IEnumerable<long> SpacingFollowers => _seconds.Except(_marks).Order().Select(c => (long)c);

    /// <summary>Reads the file.</summary>
    /// <param name="path">Its path as errors name it.</param>
    /// <param name="lines">Its lines.</param>
    /// <exception cref="DataFileException">A line is of no known form, or says what another has said.</exception>
    public static CanonicalRows Read(string path, string[] lines)
    {
        var rows = new CanonicalRows();
        for (int i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith('#') && !rows.TryAdd(lines[i].Split(' ')))
            {
                throw new DataFileException(
                    path,
                    i + 1,
                    1,
                    $"\"{lines[i]}\" is no row of this file, or stands in it twice"
                );
            }
        }

        return rows;
    }

    private bool TryAdd(string[] row)
    {
        switch (row)
        {
            case [var range, ":", var number]
                when range.Split("..") is [var from, var to]
                    && TryRead(from, out int first)
                    && TryRead(to, out int last)
                    && byte.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out byte combining):
                _marks.UnionWith(Enumerable.Range(first, last - first + 1));
                return Classes.Add(CanonicalTable.Row(first, last, combining));
            case [var character, "=", var single]
                when TryRead(character, out int whole) && TryRead(single, out int other):
                return Decompositions.Add(CanonicalTable.Row(whole, other, 0));
            case [var character, "=" or "<", var one, var two]
                when TryRead(character, out int whole) && TryRead(one, out int first) && TryRead(two, out int second):
                return Decompositions.Add(CanonicalTable.Row(whole, first, second))
                    && (row[1] == "<" || AddComposition(first, second, whole));
            default:
                return false;
        }
    }

    private bool AddComposition(int first, int second, int whole)
    {
        _seconds.Add(second);
        return Compositions.Add(CanonicalTable.Row(first, second, whole));
    }

    private static bool TryRead(string digits, out int codePoint) =>
        int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out codePoint)
        && codePoint <= 0x10FFFF;
}
