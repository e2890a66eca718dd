using System.Globalization;
using System.Text;

namespace PromptDsl.Runtime.Verification.Reading;

/// <summary>
/// What was read, held against what is looked for. White space, line breaks, case, the form of digits,
/// quotation marks and dashes, and pictographs are passed over; everything else must be as it is written.
/// </summary>
internal sealed class ReadText
{
    // What is misread beyond all likeness is no longer the text.
    private const double MaxDistanceShare = 0.5;

    // No picture has so many words; noise that is read as letters may.
    private const int MaxWords = 400;

    private readonly string[] _words;
    private readonly string[] _folded;
    private readonly string _all;

    public ReadText(string text)
    {
        _words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        _folded = [.. _words.Select(Fold)];
        _all = string.Concat(_folded);
    }

    /// <summary>A text as it is compared; empty when it has nothing that can be read.</summary>
    public static string Fold(string text)
    {
        string folded = string.Concat(text.EnumerateRunes().Select(Fold));
        return HangulSyllables.Compose(folded).ToLowerInvariant();
    }

    /// <summary>Whether the text is among what was read.</summary>
    /// <param name="folded">The text as <see cref="Fold(string)"/> gives it.</param>
    public bool Contains(string folded) => _all.Contains(folded, StringComparison.Ordinal);

    /// <summary>The words that come nearest to a text, and by how many letters they differ; null when none come near.</summary>
    public (string Words, int Distance)? Nearest(string folded)
    {
        int limit = (int)(folded.Length * MaxDistanceShare);
        (string, int)? best = null;
        for (int first = 0; first < Math.Min(_words.Length, MaxWords); first++)
        {
            var joined = new StringBuilder();
            for (int last = first; last < _words.Length; last++)
            {
                joined.Append(_folded[last]);
                if (joined.Length > folded.Length + limit)
                {
                    break;
                }

                int distance = Distance(joined.ToString(), folded);
                if (distance <= limit && distance < (best?.Item2 ?? int.MaxValue))
                {
                    best = (string.Join(' ', _words[first..(last + 1)]), distance);
                }
            }
        }

        return best;
    }

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

    // Levenshtein's.
    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
