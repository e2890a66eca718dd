using PromptDsl.Linting.Lexicon;
using PromptDsl.Text.Composition;

namespace PromptDsl.Linting.Scanning;

/// <summary>
/// All patterns of a lexicon as one tree of letters, so that one walk over a text finds them all. The tree
/// is made when a lexicon is first used, so it is laid out to be made fast: nodes in a list, each with its
/// first child and its next sibling. Only the root has more children than are quickly looked through.
/// </summary>
internal sealed class TermTrie
{
    public const int Root = 0;

    /// <summary>What stands for no node and no ending.</summary>
    public const int None = -1;

    /// <summary>The letter that stands for a run of digits.</summary>
    public const char Digits = '#';

    private readonly List<Node> _nodes = [new Node(default, None)];
    private readonly List<Ending> _endings = [];
    private readonly Dictionary<char, int> _first = [];

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

    /// <summary>The node after a letter, or <see cref="None"/>.</summary>
    public int Next(int node, char letter)
    {
        if (node == Root)
        {
            return _first.GetValueOrDefault(letter, None);
        }

        int child = _nodes[node].FirstChild;
        while (child != None && _nodes[child].Letter != letter)
        {
            child = _nodes[child].NextSibling;
        }

        return child;
    }

    /// <summary>The first term that ends at a node, or <see cref="None"/>; each leads to the next.</summary>
    public int FirstEndingAt(int node) => _nodes[node].FirstEnding;

    public Ending EndingOf(int index) => _endings[index];

    private void Add(LexiconTerm term)
    {
        string pattern = CanonicalComposition.Compose(term.Pattern).TrimEnd(LexiconTerm.ModifierMark);
        Inflection inflection = pattern[^1] switch
        {
            '+' when pattern.Length > 1 && char.IsAsciiLetter(pattern[^2]) => Inflection.English,
            '*' when pattern.Length > 1 && Hangul.IsSyllable(pattern[^2]) => Inflection.KoreanStem,
            _ => Hangul.IsSyllable(pattern[^1]) ? Inflection.KoreanNoun : Inflection.None,
        };
        string stem = inflection is Inflection.English or Inflection.KoreanStem ? pattern[..^1] : pattern;
        AddStem(stem, term, inflection);
        if (inflection == Inflection.English)
        {
            foreach (string changed in EnglishInflection.ChangedStems(stem))
            {
                AddStem(changed, term, Inflection.EnglishChanged);
            }
        }
    }

    private void AddStem(string stem, LexiconTerm term, Inflection inflection)
    {
        int node = Root;
        foreach (char letter in stem)
        {
            int next = Next(node, letter);
            node = next == None ? AddChild(node, letter) : next;
        }

        _endings.Add(new Ending(term, inflection, _nodes[node].FirstEnding));
        _nodes[node] = _nodes[node] with { FirstEnding = _endings.Count - 1 };
    }

    private int AddChild(int parent, char letter)
    {
        int child = _nodes.Count;
        if (parent == Root)
        {
            _first.Add(letter, child);
            _nodes.Add(new Node(letter, None));
            return child;
        }

        _nodes.Add(new Node(letter, _nodes[parent].FirstChild));
        _nodes[parent] = _nodes[parent] with { FirstChild = child };
        return child;
    }

    /// <summary>A term that ends at a node, what may follow it within the word, and the next such term.</summary>
    public readonly record struct Ending(LexiconTerm Term, Inflection Inflection, int Next);

    private readonly record struct Node(char Letter, int NextSibling)
    {
        public int FirstChild { get; init; } = None;

        public int FirstEnding { get; init; } = None;
    }
}
