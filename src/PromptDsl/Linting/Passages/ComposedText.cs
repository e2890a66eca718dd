using System.Collections.Immutable;
using PromptDsl.Semantics.Values;
using PromptDsl.Text;
using PromptDsl.Text.Composition;

namespace PromptDsl.Linting.Passages;

/// <summary>Texts as their words are compared, in NFC, each part still with its place in the source.</summary>
internal static class ComposedText
{
    /// <summary>The same text when it is composed already.</summary>
    public static AuthoredText Of(AuthoredText text) =>
        text.Runs.All(r => CanonicalComposition.IsPlain(r.Text))
            ? text
            : text with
            {
                Runs = [.. text.Runs.SelectMany(r => Compose(r))],
            };

    private static ImmutableArray<TextRun> Compose(TextRun run)
    {
        string whole = CanonicalComposition.Compose(run.Text);
        if ((object)whole == run.Text)
        {
            return [run];
        }

        // The source letter by letter, perhaps with a line break behind it; or what one escape or one slot stands for.
        return run.Text.AsSpan().StartsWith(run.Place.Source.AsSpan(run.Place.Span))
            ? Split(run)
            : [run with { Text = whole }];
    }

    // Runs of what is composed already, and a run for each part that is not.
    private static ImmutableArray<TextRun> Split(TextRun run)
    {
        var runs = ImmutableArray.CreateBuilder<TextRun>();
        int kept = 0;
        for (int start = 0; start < run.Text.Length; )
        {
            int end = CanonicalComposition.EndOfPart(run.Text, start);
            string part = run.Text[start..end];
            string composed = CanonicalComposition.Compose(part);
            if ((object)composed != part)
            {
                Add(kept, start, run.Text[kept..start]);
                Add(start, end, composed);
                kept = end;
            }

            start = end;
        }

        Add(kept, run.Text.Length, run.Text[kept..]);
        return runs.ToImmutable();

        void Add(int start, int end, string text)
        {
            if (text.Length > 0)
            {
                TextSpan written = run.Place.Span;
                var span = TextSpan.FromBounds(written.Start + start, Math.Min(written.Start + end, written.End));
                runs.Add(run with { Text = text, Place = run.Place with { Span = span } });
            }
        }
    }
}
