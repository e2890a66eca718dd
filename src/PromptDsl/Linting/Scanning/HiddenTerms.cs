using System.Collections.Immutable;
using PromptDsl.Linting.Lexicon;

namespace PromptDsl.Linting.Scanning;

/// <summary>
/// Leaves out terms that a longer term of the same set holds ("dark" in "dark chocolate"), and those that
/// only keep others from being found.
/// </summary>
internal static class HiddenTerms
{
    /// <summary>What is left, by position. Linear in the matches, however many there are at one place.</summary>
    public static ImmutableArray<TermMatch> Remove(List<TermMatch> matches)
    {
        if (matches.Count == 0)
        {
            return [];
        }

        // What holds another comes before it, so the furthest end so far tells whether something does.
        TermMatch[] sorted =
        [
            .. matches.OrderBy(m => m.Span.Start).ThenByDescending(m => m.Span.Length).ThenBy(m => IsExcept(m) ? 0 : 1),
        ];
        var last = new Dictionary<LexiconSet, TermMatch>();
        var shown = ImmutableArray.CreateBuilder<TermMatch>(sorted.Length);
        foreach (TermMatch match in sorted)
        {
            bool isHeld =
                last.TryGetValue(match.Term.Set, out TermMatch longest)
                && longest.Span.End >= match.Span.End
                && (longest.Span != match.Span || IsExcept(longest));
            if (isHeld)
            {
                continue;
            }

            last[match.Term.Set] = match;
            if (!IsExcept(match))
            {
                shown.Add(match);
            }
        }

        return shown.ToImmutable();
    }

    private static bool IsExcept(TermMatch match) => match.Term.Value == LexiconSet.Except;
}
