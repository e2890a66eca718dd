using System.Collections.Immutable;
using PromptDsl.Linting.Lexicon;
using PromptDsl.Linting.Passages;

namespace PromptDsl.Linting.Scanning;

/// <summary>Finds every term of a lexicon in texts, in one walk over each.</summary>
internal static class TermScanner
{
    public static ImmutableArray<TermHit> Scan(PromptLexicon lexicon, ImmutableArray<Passage> passages)
    {
        var hits = ImmutableArray.CreateBuilder<TermHit>();
        var matches = new List<TermMatch>();
        foreach (Passage passage in passages)
        {
            if (passage.Role != PassageRole.Copy)
            {
                matches.Clear();
                Match(lexicon.Trie, passage.Plain, matches);
                Add(passage, matches, hits);
            }
        }

        return hits.ToImmutable();
    }

    private static void Match(TermTrie trie, string text, List<TermMatch> matches)
    {
        var walk = new TermWalk(trie, text, matches);
        for (int i = 0; i < text.Length; i++)
        {
            if (WordShape.CanBegin(text, i))
            {
                walk.From(i);
            }
        }
    }

    private static void Add(Passage passage, List<TermMatch> matches, ImmutableArray<TermHit>.Builder hits)
    {
        if (matches.Count == 0)
        {
            return;
        }

        var context = new PhraseContext(passage, matches);
        foreach (TermMatch match in matches)
        {
            if (match.Term.Value != LexiconSet.Except && !matches.Exists(m => Hides(m, match)))
            {
                hits.Add(
                    new TermHit(match.Term, passage, match.Span)
                    {
                        IsNegated = context.IsNegated(match),
                        IsQuoted = context.IsQuoted(match),
                    }
                );
            }
        }
    }

    /// <summary>Whether a longer term of the same set holds a term: "dark" in "dark chocolate".</summary>
    private static bool Hides(TermMatch other, TermMatch match) =>
        other.Term.Set == match.Term.Set
        && other.Span.Start <= match.Span.Start
        && other.Span.End >= match.Span.End
        && (
            other.Span.Length > match.Span.Length || (other.Term.Value == LexiconSet.Except && other.Term != match.Term)
        );
}
