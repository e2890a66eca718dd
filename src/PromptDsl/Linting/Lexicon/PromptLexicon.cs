using System.Collections.Immutable;
using PromptDsl.Linting.Scanning;

namespace PromptDsl.Linting.Lexicon;

/// <summary>The words that rules know.</summary>
public sealed class PromptLexicon
{
    private readonly Lazy<TermTrie> _trie;

    public PromptLexicon(ImmutableArray<LexiconSet> sets)
    {
        Sets = sets;
        _trie = new Lazy<TermTrie>(() => TermTrie.Of(Sets.SelectMany(s => s.Terms)));
    }

    /// <summary>The words that come with the compiler, read from <c>Linting/Lexicon/*.yaml</c>.</summary>
    public static PromptLexicon BuiltIn { get; } = new(BuiltInLexicon.Sets);

    public ImmutableArray<LexiconSet> Sets { get; }

    internal TermTrie Trie => _trie.Value;

    /// <summary>This lexicon with more terms in its sets; a set of another name is a new one.</summary>
    public PromptLexicon With(IEnumerable<LexiconSet> additions)
    {
        var added = additions.ToLookup(s => s.Name, StringComparer.Ordinal);
        return new PromptLexicon([
            .. Sets.Select(s => added[s.Name].Aggregate(s, Merge)),
            .. added.Where(g => Sets.All(s => s.Name != g.Key)).Select(g => g.Aggregate(Merge)),
        ]);
    }

    private static LexiconSet Merge(LexiconSet set, LexiconSet addition) =>
        new(
            set.Name,
            [.. set.Opposites, .. addition.Opposites],
            [
                .. set
                    .Terms.Concat(addition.Terms)
                    .GroupBy(t => t.Value, StringComparer.Ordinal)
                    .Select(g => KeyValuePair.Create(g.Key, g.Select(t => t.Pattern).Distinct().ToImmutableArray())),
            ]
        )
        {
            About = set.About,
            Pairs = set.Pairs,
        };
}
