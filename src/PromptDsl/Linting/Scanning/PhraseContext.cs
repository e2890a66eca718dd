using PromptDsl.Linting.Passages;

namespace PromptDsl.Linting.Scanning;

/// <summary>What the words around a term make of it: whether they deny it, whether it is quoted.</summary>
internal sealed class PhraseContext
{
    /// <summary>The set of words that deny; its values say on which side what they deny stands.</summary>
    private const string Negation = "negation";
    private const string Before = "before";

    private readonly string _text;
    private readonly List<TermMatch> _negations;
    private readonly List<(int Start, int End)> _quotes;

    public PhraseContext(Passage passage, List<TermMatch> matches)
    {
        _text = passage.Plain;
        _negations = matches.FindAll(m => m.Term.Set.Name == Negation);
        _quotes = passage.IsWording ? Quotations.In(_text) : [];
    }

    public bool IsQuoted(TermMatch match) =>
        _quotes.Exists(q => q.Start < match.Span.Start && match.Span.End < q.End + 1);

    /// <summary>
    /// Whether a word that denies is in the same clause: before the term in English ("no people", "without
    /// any text or logos"), after it in Korean ("글자 없이").
    /// </summary>
    public bool IsNegated(TermMatch match) =>
        _negations.Exists(n =>
            n.Term.Value == Before
                ? n.Span.End <= match.Span.Start && IsOneClause(n.Span.End, match.Span.Start)
                : match.Span.End <= n.Span.Start && IsOneClause(match.Span.End, n.Span.Start)
        );

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
            if (c is '.' or ';' or ':' or '!' or '?' or '\n' or '(' or ')' or '—' or '–')
            {
                return false;
            }

            commas += c is ',' or '、' ? 1 : 0;
            bool isLetter = char.IsLetterOrDigit(c);
            words += isLetter && !inWord ? 1 : 0;
            inWord = isLetter;
        }

        return words <= 6 && commas <= 1;
    }
}
