using System.Collections.Immutable;
using PromptDsl.Linting.Passages;
using PromptDsl.Text;

namespace PromptDsl.Linting.Scanning;

/// <summary>What the words around a term make of it: whether they deny it, whether it is quoted.</summary>
internal sealed class PhraseContext
{
    /// <summary>The set of words that deny; its values say on which side what they deny stands.</summary>
    private const string Negation = "negation";
    private const string Before = "before";
    private const int MaxWords = 6;
    private const int MaxCommas = 1;

    private readonly string _text;
    private readonly List<int> _endsOfNegationsBefore = [];
    private readonly List<int> _startsOfNegationsAfter = [];
    private readonly SpanSet _quotes;

    public PhraseContext(Passage passage, ImmutableArray<TermMatch> matches)
    {
        _text = passage.Plain;
        foreach (TermMatch match in matches)
        {
            if (match.Term.Set.Name == Negation)
            {
                bool isBefore = match.Term.Value == Before;
                (isBefore ? _endsOfNegationsBefore : _startsOfNegationsAfter).Add(
                    isBefore ? match.Span.End : match.Span.Start
                );
            }
        }

        _endsOfNegationsBefore.Sort();
        _startsOfNegationsAfter.Sort();
        _quotes = new SpanSet(
            passage.IsWording ? Quotations.In(_text).Select(q => TextSpan.FromBounds(q.Start, q.End + 1)) : []
        );
    }

    public bool IsQuoted(TermMatch match) => _quotes.Overlaps(match.Span);

    /// <summary>
    /// Whether a word that denies is in the same clause: before the term in English ("no people", "without
    /// any text or logos"), after it in Korean ("글자 없이"). The nearest one decides: what keeps it from
    /// reaching the term stands between the term and all that are further away, too.
    /// </summary>
    public bool IsNegated(TermMatch match)
    {
        int before = IndexOfFirst(_endsOfNegationsBefore, match.Span.Start + 1) - 1;
        if (before >= 0 && IsOneClause(_endsOfNegationsBefore[before], match.Span.Start))
        {
            return true;
        }

        int after = IndexOfFirst(_startsOfNegationsAfter, match.Span.End);
        return after < _startsOfNegationsAfter.Count && IsOneClause(match.Span.End, _startsOfNegationsAfter[after]);
    }

    /// <summary>The index of the first position that is not before another.</summary>
    private static int IndexOfFirst(List<int> positions, int atLeast)
    {
        int index = positions.BinarySearch(atLeast);
        if (index < 0)
        {
            return ~index;
        }

        while (index > 0 && positions[index - 1] == atLeast)
        {
            index--;
        }

        return index;
    }

    // A comma goes on with a list ("no text, people or logos") as long as no verb begins something new; that
    // cannot be seen from words, so a denial reaches over at most one comma and six words.
    private bool IsOneClause(int start, int end)
    {
        int words = 0;
        int commas = 0;
        bool inWord = false;
        for (int i = start; i < end; i++)
        {
            char c = _text[i];
            if (Punctuation.ClauseEnds.Contains(c))
            {
                return false;
            }

            commas += c is ',' or '、' ? 1 : 0;
            bool isLetter = char.IsLetterOrDigit(c);
            words += isLetter && !inWord ? 1 : 0;
            inWord = isLetter;
            if (words > MaxWords || commas > MaxCommas)
            {
                return false;
            }
        }

        return true;
    }
}
