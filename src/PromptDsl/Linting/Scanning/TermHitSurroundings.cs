namespace PromptDsl.Linting.Scanning;

/// <summary>What stands directly beside a term.</summary>
internal static class TermHitSurroundings
{
    extension(TermHit hit)
    {
        /// <summary>The term as it is written, on one line.</summary>
        public string Said => string.Join(' ', hit.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        /// <summary>The text before the term, without the white space between.</summary>
        public ReadOnlySpan<char> TextBefore => hit.Passage.Plain.AsSpan(0, hit.Span.Start).TrimEnd();

        /// <summary>The last of the text before the term, as far as it can matter, without the white space between.</summary>
        public string NearBefore =>
            hit.TextBefore[Math.Max(0, hit.TextBefore.Length - HitSurroundings.Reach)..].ToString();

        /// <summary>The text after the term, white space included.</summary>
        public ReadOnlySpan<char> Rest => hit.Passage.Plain.AsSpan(hit.Span.End);

        /// <summary>The text after the term, without the white space between.</summary>
        public ReadOnlySpan<char> TextAfter => hit.Rest.TrimStart();

        /// <summary>Whether the term is an item of its own: between commas, line ends, or the ends of the text.</summary>
        public bool StandsAlone =>
            (hit.TextBefore.IsEmpty || IsBorder(hit.TextBefore[^1]) || hit.BeginsLine) && hit.IsLastOfItem;

        /// <summary>Whether a comma, a line end, the end of a sentence or of the text follows the term.</summary>
        public bool IsLastOfItem =>
            hit.TextAfter.IsEmpty || IsBorder(hit.TextAfter[0]) || hit.Rest[..^hit.TextAfter.Length].Contains('\n');

        /// <summary>Whether nothing but white space stands before the term on its line.</summary>
        public bool BeginsLine =>
            hit.TextBefore.IsEmpty
            || hit.Passage.Plain.AsSpan(hit.TextBefore.Length, hit.Span.Start - hit.TextBefore.Length).Contains('\n');

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
                && IsGap(hit.Passage.Plain.AsSpan(start, end - start));
        }

        /// <summary>Whether two terms stand in one sentence of one passage.</summary>
        public bool SharesSentenceWith(TermHit other)
        {
            if (!ReferenceEquals(hit.Passage, other.Passage))
            {
                return false;
            }

            (TermHit first, TermHit second) = hit.Span.Start <= other.Span.Start ? (hit, other) : (other, hit);
            return first.Span.End <= second.Span.Start
                && second.Span.Start - first.Span.Start <= HitSurroundings.Reach
                && hit.Passage.Plain.AsSpan(first.Span.End, second.Span.Start - first.Span.End).IndexOfAny(".!?;\n")
                    < 0;
        }
    }

    private static bool IsGap(ReadOnlySpan<char> gap) =>
        gap.Trim(" \t\n-'’").IsEmpty
        || gap.Trim() is "'s" or "’s" or "the" or "artist" or "the artist" or "director" or "의";

    private static bool IsBorder(char c) => c is ',' or '.' or ';' or '!' or '|' or '/' or '、' or '·' or '(' or ')';
}
