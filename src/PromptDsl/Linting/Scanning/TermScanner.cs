using System.Collections.Immutable;
using PromptDsl.Linting.Lexicon;
using PromptDsl.Linting.Passages;

namespace PromptDsl.Linting.Scanning;

/// <summary>
/// Finds every term of a lexicon in texts, in one walk over each; a text that returns, in another stage or
/// another build, is not walked again. For one file and one thread.
/// </summary>
internal sealed class TermScanner(PromptLexicon lexicon)
{
    private readonly Dictionary<string, ImmutableArray<TermMatch>> _scanned = new(StringComparer.Ordinal);

    /// <summary>The terms in passages, by passage and position. Copy is data and has none.</summary>
    public ImmutableArray<TermHit> Scan(ImmutableArray<Passage> passages)
    {
        var hits = ImmutableArray.CreateBuilder<TermHit>();
        foreach (Passage passage in passages)
        {
            if (passage.Role != PassageRole.Copy)
            {
                Add(passage, MatchesIn(passage.Plain), hits);
            }
        }

        return hits.ToImmutable();
    }

    private static void Add(Passage passage, ImmutableArray<TermMatch> matches, ImmutableArray<TermHit>.Builder hits)
    {
        if (matches.IsEmpty)
        {
            return;
        }

        var context = new PhraseContext(passage, matches);
        foreach (TermMatch match in matches)
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

    private ImmutableArray<TermMatch> MatchesIn(string text)
    {
        if (!_scanned.TryGetValue(text, out ImmutableArray<TermMatch> matches))
        {
            var found = new List<TermMatch>();
            var walk = new TermWalk(lexicon.Trie, text, found);
            for (int i = 0; i < text.Length; i++)
            {
                if (WordShape.CanBegin(text, i))
                {
                    walk.From(i);
                }
            }

            matches = HiddenTerms.Remove(found);
            _scanned.Add(text, matches);
        }

        return matches;
    }
}
