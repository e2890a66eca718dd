using PromptDsl.Text;

namespace PromptDsl.Linting.Scanning;

/// <summary>Walks the trie of terms along a text.</summary>
internal readonly struct TermWalk(TermTrie trie, string text, List<TermMatch> matches)
{
    /// <summary>Adds every term that begins at a position.</summary>
    public void From(int start) => Step(TermTrie.Root, start, start);

    private void Step(int node, int start, int position)
    {
        for (int i = trie.FirstEndingAt(node); i != TermTrie.None; i = trie.EndingOf(i).Next)
        {
            TermTrie.Ending ending = trie.EndingOf(i);
            int end = EndOfTerm(ending.Inflection, position);
            if (end >= 0)
            {
                matches.Add(new TermMatch(ending.Term, TextSpan.FromBounds(start, end)));
            }
        }

        if (position == text.Length)
        {
            return;
        }

        char c = Fold(text[position]);
        if (char.IsWhiteSpace(c))
        {
            Follow(node, ' ', start, WordShape.EndOfSpace(text, position));
            return;
        }

        Follow(node, c, start, position + 1);
        if (c == '-')
        {
            Follow(node, ' ', start, position + 1);
        }
        else if (char.IsAsciiDigit(c))
        {
            Follow(node, TermTrie.Digits, start, WordShape.EndOfDigits(text, position));
        }
    }

    private void Follow(int node, char letter, int start, int position)
    {
        int next = trie.Next(node, letter);
        if (next >= 0)
        {
            Step(next, start, position);
        }
    }

    /// <summary>Where a term ends that has been read up to a position, with its inflection; -1 when the word goes on otherwise.</summary>
    private int EndOfTerm(Inflection inflection, int position)
    {
        ReadOnlySpan<char> all = text;
        char last = all[position - 1];
        if (Hangul.IsSyllable(last))
        {
            int end = Hangul.EndOfRun(all, position);
            return inflection == Inflection.KoreanStem || KoreanParticles.CanFollow(all[position..end]) ? position : -1;
        }

        if (char.IsAsciiDigit(last))
        {
            return position == WordShape.EndOfDigits(all, position) ? position : -1;
        }

        if (!char.IsLetter(last))
        {
            return position;
        }

        int word = WordShape.EndOfLetters(all, position);
        ReadOnlySpan<char> rest = all[position..word];
        return inflection switch
        {
            Inflection.English => EnglishInflection.CanFollow(rest) ? word : -1,
            Inflection.EnglishChanged => EnglishInflection.CanFollowChanged(rest) ? word : -1,
            _ => rest.IsEmpty ? position : -1,
        };
    }

    /// <summary>Letters without case, and the typographic forms of quotes and hyphens as the plain ones.</summary>
    private static char Fold(char c) =>
        c switch
        {
            >= 'A' and <= 'Z' => (char)(c | 0x20),
            < '\u0080' => c,
            '\u2018' or '\u2019' => '\'',
            '\u201C' or '\u201D' => '"',
            '\u2010' or '\u2011' => '-',
            _ => char.ToLowerInvariant(c),
        };
}
