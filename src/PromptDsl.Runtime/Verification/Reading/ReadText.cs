using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PromptDsl.Text.Composition;

namespace PromptDsl.Runtime.Verification.Reading;

/// <summary>
/// What was read, held against what is looked for. White space, line breaks, case, the form of digits,
/// quotation marks and dashes, and pictographs are passed over; everything else must be as it is written.
/// </summary>
internal sealed class ReadText
{
    // What is misread beyond all likeness is no longer the text.
    private const double MaxDistanceShare = 0.5;

    // No picture has so many letters; noise that is read as such may.
    private const int MaxLetters = 20_000;

    private readonly ImmutableArray<(string Written, int Start, int End)> _words;
    private readonly string _all;

    public ReadText(string text)
    {
        var all = new StringBuilder();
        var words = ImmutableArray.CreateBuilder<(string, int, int)>();
        foreach (string word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            int start = all.Length;
            all.Append(Fold(word));
            words.Add((word, start, all.Length));
        }

        _words = words.DrainToImmutable();
        _all = all.ToString();
    }

    /// <summary>A text as it is compared; empty when it has nothing that can be read.</summary>
    public static string Fold(string text)
    {
        string folded = string.Concat(text.EnumerateRunes().Select(Fold));
        return CanonicalComposition.Compose(folded).ToLowerInvariant();
    }

    /// <summary>Whether the text is among what was read, and no part of longer words.</summary>
    /// <param name="folded">The text as <see cref="Fold(string)"/> gives it, not empty.</param>
    public bool Contains(string folded)
    {
        for (int at = Find(0); at >= 0; at = Find(at + 1))
        {
            int end = at + folded.Length;
            if (IsEdge(at, w => w.Start) && IsEdge(end, w => w.End))
            {
                return true;
            }
        }

        return false;

        int Find(int from) => _all.IndexOf(folded, from, StringComparison.Ordinal);
    }

    /// <summary>
    /// The words that come nearest to a text, and how many letters of it differ; null when none come near. By
    /// Sellers's algorithm: Levenshtein's distance to whatever begins and ends anywhere.
    /// </summary>
    /// <param name="folded">The text as <see cref="Fold(string)"/> gives it, not empty.</param>
    public (string Words, int Distance)? Nearest(string folded)
    {
        // Of each beginning of the text: the distance to what ends at the current letter, and where that begins.
        int[] distances = [.. Enumerable.Range(0, folded.Length + 1)];
        int[] starts = new int[folded.Length + 1];
        (int Distance, int Start, int End) best = ((int)(folded.Length * MaxDistanceShare) + 1, 0, 0);
        for (int at = 0; at < Math.Min(_all.Length, MaxLetters); at++)
        {
            AddLetter(_all[at], at, folded, distances, starts);
            if (distances[^1] < best.Distance)
            {
                best = (distances[^1], starts[^1], at + 1);
            }
        }

        return best.End == 0
            ? null
            : (
                string.Join(' ', _words.Where(w => w.Start < best.End && w.End > best.Start).Select(w => w.Written)),
                best.Distance
            );
    }

    private static void AddLetter(char letter, int at, string folded, int[] distances, int[] starts)
    {
        int diagonal = 0;
        int diagonalStart = at;
        starts[0] = at + 1;
        for (int i = 1; i <= folded.Length; i++)
        {
            int replaced = diagonal + (folded[i - 1] == letter ? 0 : 1);
            int start = diagonalStart;
            (diagonal, diagonalStart) = (distances[i], starts[i]);
            if (distances[i] + 1 < replaced)
            {
                (replaced, start) = (distances[i] + 1, starts[i]);
            }

            if (distances[i - 1] + 1 < replaced)
            {
                (replaced, start) = (distances[i - 1] + 1, starts[i - 1]);
            }

            (distances[i], starts[i]) = (replaced, start);
        }
    }

    // Words end where they do and at signs: what was read may have the quotation marks of the picture.
    private bool IsEdge(int at, Func<(string Written, int Start, int End), int> edge) =>
        at == 0
        || at == _all.Length
        || !char.IsLetterOrDigit(_all[at - 1])
        || !char.IsLetterOrDigit(_all[at])
        || _words.Any(w => edge(w) == at);

    private static string Fold(Rune rune) =>
        rune.Value switch
        {
            '“' or '”' or '„' or '«' or '»' => "\"",
            '‘' or '’' or '‚' => "'",
            '‐' or '‑' or '‒' or '–' or '—' or '−' => "-",
            '…' => "...",
            '¹' => "1",
            '²' => "2",
            '³' => "3",
            >= '₀' and <= '₉' => $"{rune.Value - '₀'}",
            >= '！' and <= '～' => Fold(new Rune(rune.Value - '！' + '!')),
            _ when Rune.IsLetterOrDigit(rune) || Rune.IsPunctuation(rune) || IsSign(rune) => rune.ToString(),
            _ => "",
        };

    // Signs of money and mathematics, and marks on letters, but no pictographs.
    private static bool IsSign(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.CurrencySymbol
                or UnicodeCategory.MathSymbol
                or UnicodeCategory.ModifierSymbol
                or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
        && rune.Value is not (>= 0xFE00 and <= 0xFE0F);
}
