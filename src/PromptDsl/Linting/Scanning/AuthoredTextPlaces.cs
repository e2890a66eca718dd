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
        /// letter, else the escape or the slot that stands for it. A part of several runs is the place from the first to
        /// the last of them that follow each other in the source; what a slot brings from elsewhere ends it.
        /// </summary>
        public SourceSpan PlaceOf(TextSpan part)
        {
            int start = 0;
            SourceSpan? place = null;
            foreach (TextRun run in text.Runs)
            {
                int from = Math.Max(part.Start - start, 0);
                int to = Math.Min(part.End - start, run.Text.Length);
                if (from < to)
                {
                    SourceSpan here = PlaceIn(run, from, to - from);
                    if (place is { } before && (before.Source != here.Source || here.Span.Start < before.Span.End))
                    {
                        return before;
                    }

                    place = place is { } first ? first with { Span = TextSpan.Union(first.Span, here.Span) } : here;
                }

                start += run.Text.Length;
            }

            return place ?? text.Place;
        }
    }

    // A run is the source letter by letter, with a line break behind it within a raw string; or it is what one
    // escape or one slot stands for.
    private static SourceSpan PlaceIn(TextRun run, int from, int length)
    {
        TextSpan written = run.Place.Span;
        int available = Math.Min(length, written.Length - from);
        if (available <= 0)
        {
            return run.Place;
        }

        var part = new TextSpan(written.Start + from, available);
        return run.Place.Source.AsSpan(part).SequenceEqual(run.Text.AsSpan(from, available))
            ? run.Place with
            {
                Span = part,
            }
            : run.Place;
    }
}
