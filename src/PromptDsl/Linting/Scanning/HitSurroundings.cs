using System.Buffers;

namespace PromptDsl.Linting.Scanning;

/// <summary>The text around a hit, for rules that look at its neighbours.</summary>
internal static class HitSurroundings
{
    /// <summary>What is further away has nothing to do with a hit, even in a text that no mark ever breaks.</summary>
    public const int Reach = 1000;

    extension(TermHit hit)
    {
        /// <summary>The hit as it is written, on one line.</summary>
        public string Said => string.Join(' ', hit.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        /// <summary>Whether the hit ends in Hangul.</summary>
        public bool IsKorean => Hangul.IsSyllable(hit.Passage.Plain[hit.Span.End - 1]);

        /// <summary>The end of the word that the hit ends in: after the particles of a Korean word.</summary>
        public int EndOfWord => hit.IsKorean ? Hangul.EndOfRun(hit.Passage.Plain, hit.Span.End) : hit.Span.End;

        /// <summary>The rest of a Korean word after the hit: its particle or ending; empty in English.</summary>
        public string Ending => hit.Passage.Plain[hit.Span.End..hit.EndOfWord];

        /// <summary>What stands before the hit in its clause.</summary>
        public string Before
        {
            get
            {
                string text = hit.Passage.Plain;
                int from = Math.Max(0, hit.Span.Start - Reach);
                int start = from + text.AsSpan(from..hit.Span.Start).LastIndexOfAny(Punctuation.ClauseEnds) + 1;
                return text[start..hit.Span.Start];
            }
        }

        /// <summary>What stands after the word of the hit in its clause.</summary>
        public string After
        {
            get
            {
                int start = hit.EndOfWord;
                string text = hit.Passage.Plain;
                int length = Math.Min(Reach, text.Length - start);
                int end = text.AsSpan(start, length).IndexOfAny(Punctuation.ClauseEnds);
                return text.Substring(start, end < 0 ? length : end);
            }
        }

        /// <summary>The word before the hit in its clause, in lower case; empty after punctuation.</summary>
        public string PreviousWord => Words.Last(hit.Before);

        /// <summary>The word after the hit in its clause, in lower case; empty before punctuation.</summary>
        public string NextWord => Words.First(hit.After);

        /// <summary>All text before the hit, without the white space between.</summary>
        public ReadOnlySpan<char> TextBefore => hit.Passage.Plain.AsSpan(0, hit.Span.Start).TrimEnd();

        /// <summary>All text after the hit, without the white space between.</summary>
        public ReadOnlySpan<char> TextAfter => hit.Rest.TrimStart();

        /// <summary>All text after the hit, white space included.</summary>
        public ReadOnlySpan<char> Rest => hit.Passage.Plain.AsSpan(hit.Span.End);

        /// <summary>Whether the hit is an item of its own: between commas, line ends, or the ends of the text.</summary>
        public bool StandsAlone =>
            (hit.TextBefore.IsEmpty || IsBorder(hit.TextBefore[^1]) || hit.BeginsLine) && hit.IsLastOfItem;

        /// <summary>Whether a comma, a line end, the end of a sentence or of the text follows the hit.</summary>
        public bool IsLastOfItem =>
            hit.TextAfter.IsEmpty || IsBorder(hit.TextAfter[0]) || hit.Rest[..^hit.TextAfter.Length].Contains('\n');

        /// <summary>Whether nothing but white space stands before the hit on its line.</summary>
        public bool BeginsLine =>
            hit.TextBefore.IsEmpty || hit.Passage.Plain.AsSpan(hit.TextBefore.Length..hit.Span.Start).Contains('\n');

        /// <summary>Whether another hit is in the same clause: no colon, dash or bracket stands between either.</summary>
        public bool SharesClause(TermHit other) => IsUnbroken(hit, other, Punctuation.ClauseEnds);

        /// <summary>Whether another hit is in the same sentence of the same passage.</summary>
        public bool SharesSentence(TermHit other) => IsUnbroken(hit, other, Punctuation.SentenceEnds);

        /// <summary>
        /// Whether this word stands directly beside a name, on the side that its value says (<c>after</c>, else
        /// before): "style of" and "Hokusai", "Hokusai" and "style".
        /// </summary>
        public bool IsCueOf(TermHit name)
        {
            (int start, int end) =
                hit.Value == "after" ? (name.Span.End, hit.Span.Start) : (hit.Span.End, name.Span.Start);
            return ReferenceEquals(hit.Passage, name.Passage)
                && start <= end
                && IsGap(hit.Passage.Plain.AsSpan(start..end));
        }
    }

    private static bool IsUnbroken(TermHit hit, TermHit other, SearchValues<char> ends)
    {
        if (!ReferenceEquals(hit.Passage, other.Passage))
        {
            return false;
        }

        int start = Math.Min(hit.Span.Start, other.Span.Start);
        int end = Math.Max(hit.Span.Start, other.Span.Start);
        return end - start <= Reach && !hit.Passage.Plain.AsSpan(start..end).ContainsAny(ends);
    }

    private static bool IsGap(ReadOnlySpan<char> gap) =>
        gap.Trim(" \t\n-'’").IsEmpty
        || gap.Trim() is "'s" or "’s" or "the" or "artist" or "the artist" or "director" or "의";

    private static bool IsBorder(char c) => c is ',' or '.' or ';' or '!' or '|' or '/' or '、' or '·' or '(' or ')';
}
