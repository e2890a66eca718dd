using PromptDsl.Semantics.Values;
using PromptDsl.Text;

namespace PromptDsl.Linting.Scanning;

/// <summary>Finds parts of a text in the source.</summary>
internal static class AuthoredTextPlaces
{
    extension(AuthoredText text)
    {
        /// <summary>
        /// Where a part of <see cref="AuthoredText.Plain"/> stands: exactly where the source holds it letter by
        /// letter, else the nearest place that holds it. A part that runs over several places is its first.
        /// </summary>
        public SourceSpan PlaceOf(TextSpan part)
        {
            int start = 0;
            foreach (TextRun run in text.Runs)
            {
                if (part.Start < start + run.Text.Length)
                {
                    int from = Math.Max(part.Start - start, 0);
                    return PlaceIn(run, from, Math.Min(part.Length, run.Text.Length - from));
                }

                start += run.Text.Length;
            }

            return text.Place;
        }
    }

    private static SourceSpan PlaceIn(TextRun run, int from, int length)
    {
        string written = run.Place.Text;
        if (written.Length == run.Text.Length && written == run.Text)
        {
            return run.Place with { Span = new TextSpan(run.Place.Span.Start + from, length) };
        }

        // Escapes and stripped indentation make the source longer: the same occurrence is looked for.
        string part = run.Text.Substring(from, length);
        int at = -1;
        int seen = -1;
        do
        {
            seen = run.Text.IndexOf(part, seen + 1, StringComparison.Ordinal);
            at = written.IndexOf(part, at + 1, StringComparison.Ordinal);
            if (at < 0)
            {
                return run.Place;
            }
        } while (seen < from);

        return run.Place with
        {
            Span = new TextSpan(run.Place.Span.Start + at, length),
        };
    }
}
