using PromptDsl.Linting.Lexicon;

namespace PromptDsl.Linting.Scanning;

/// <summary>All patterns of a lexicon as one tree of letters, so that one walk over a text finds them all.</summary>
internal sealed class TermTrie
{
    public const int Root = 0;

    /// <summary>The letter that stands for a run of digits.</summary>
    public const char Digits = '#';

    private readonly Dictionary<(int Node, char Letter), int> _children = [];
    private readonly Dictionary<int, List<Ending>> _endings = [];
    private int _nodes = 1;

    private TermTrie() { }

    public static TermTrie Of(IEnumerable<LexiconTerm> terms)
    {
        var trie = new TermTrie();
        foreach (LexiconTerm term in terms)
        {
            trie.Add(term);
        }

        return trie;
    }

    /// <summary>The node after a letter, or -1.</summary>
    public int Next(int node, char letter) => _children.GetValueOrDefault((node, letter), -1);

    /// <summary>The terms that end at a node.</summary>
    public IReadOnlyList<Ending> EndingsAt(int node) => _endings.GetValueOrDefault(node) ?? [];

    private void Add(LexiconTerm term)
    {
        string pattern = term.Pattern.TrimEnd(LexiconTerm.ModifierMark);
        Inflection inflection = pattern[^1] switch
        {
            '+' when pattern.Length > 1 && char.IsAsciiLetter(pattern[^2]) => Inflection.English,
            '*' when pattern.Length > 1 && Hangul.IsSyllable(pattern[^2]) => Inflection.KoreanStem,
            _ => Hangul.IsSyllable(pattern[^1]) ? Inflection.KoreanNoun : Inflection.None,
        };
        string stem = inflection is Inflection.English or Inflection.KoreanStem ? pattern[..^1] : pattern;
        AddStem(stem, new Ending(term, inflection));
        if (inflection == Inflection.English)
        {
            foreach (string changed in EnglishInflection.ChangedStems(stem))
            {
                AddStem(changed, new Ending(term, Inflection.EnglishChanged));
            }
        }
    }

    private void AddStem(string stem, Ending ending)
    {
        int node = Root;
        foreach (char letter in stem)
        {
            if (!_children.TryGetValue((node, letter), out int next))
            {
                next = _nodes++;
                _children.Add((node, letter), next);
            }

            node = next;
        }

        if (!_endings.TryGetValue(node, out List<Ending>? endings))
        {
            _endings.Add(node, endings = []);
        }

        endings.Add(ending);
    }

    /// <summary>A term that ends at a node, and what may follow it within the word.</summary>
    public readonly record struct Ending(LexiconTerm Term, Inflection Inflection);
}
