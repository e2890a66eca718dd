namespace PromptDsl.Linting.Scanning;

/// <summary>The characters around a hit, for rules that look at its neighbours.</summary>
internal static class HitSurroundings
{
    /// <summary>What is further away has nothing to do with a hit, even in a text that no mark ever breaks.</summary>
    public const int Reach = 1000;

    private static readonly char[] Breaks = ['.', ';', '!', '?', '\n', ':', '—', '–', '(', ')'];

    extension(TermHit hit)
    {
        /// <summary>Whether the hit is written in Hangul.</summary>
        public bool IsKorean => Hangul.IsSyllable(hit.Passage.Plain[hit.Span.End - 1]);

        /// <summary>The end of the word that the hit ends in: after the particles of a Korean word.</summary>
        public int EndOfWord => hit.IsKorean ? Hangul.EndOfRun(hit.Passage.Plain, hit.Span.End) : hit.Span.End;

        /// <summary>What stands before the hit in its sentence.</summary>
        public string Before
        {
            get
            {
                string text = hit.Passage.Plain;
                int from = Math.Max(0, hit.Span.Start - Reach);
                int start = from + text.AsSpan(from..hit.Span.Start).LastIndexOfAny(Breaks) + 1;
                return text[start..hit.Span.Start];
            }
        }

        /// <summary>What stands after the word of the hit in its sentence.</summary>
        public string After
        {
            get
            {
                int start = hit.EndOfWord;
                string text = hit.Passage.Plain;
                int length = Math.Min(Reach, text.Length - start);
                int end = text.AsSpan(start, length).IndexOfAny(Breaks);
                return text.Substring(start, end < 0 ? length : end);
            }
        }

        /// <summary>The rest of a Korean word after the hit: its particle or ending; empty in English.</summary>
        public string Ending => hit.Passage.Plain[hit.Span.End..hit.EndOfWord];

        /// <summary>The word before the hit in its sentence, in lower case; empty after punctuation.</summary>
        public string PreviousWord => Words.Last(hit.Before);

        /// <summary>The word after the hit in its sentence, in lower case; empty before punctuation.</summary>
        public string NextWord => Words.First(hit.After);

        /// <summary>Whether another hit is in the same sentence of the same passage.</summary>
        public bool SharesSentence(TermHit other)
        {
            if (!ReferenceEquals(hit.Passage, other.Passage))
            {
                return false;
            }

            (TermHit first, TermHit second) = hit.Span.Start <= other.Span.Start ? (hit, other) : (other, hit);
            return second.Span.Start - first.Span.Start <= Reach
                && hit.Passage.Plain.AsSpan(first.Span.Start..second.Span.Start).IndexOfAny(Breaks) < 0;
        }
    }
}
