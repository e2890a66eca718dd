using PromptDsl.Linting.Lexicon;
using PromptDsl.Linting.Passages;
using PromptDsl.Text;

namespace PromptDsl.Linting.Scanning;

/// <summary>A term of the lexicon in a passage.</summary>
/// <param name="Term">The term.</param>
/// <param name="Passage">The passage.</param>
/// <param name="Span">Where it is in <see cref="Passage.Plain"/>.</param>
internal sealed record TermHit(LexiconTerm Term, Passage Passage, TextSpan Span)
{
    /// <summary>The value that it stands for.</summary>
    public string Value => Term.Value;

    /// <summary>Whether the words around it deny it: "no people", "글자 없이". The role of the passage is not looked at.</summary>
    public bool IsNegated { get; init; }

    /// <summary>Whether it stands between quotation marks inside wording: copy, not description.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>Whether it says what is wanted: in wording, neither denied nor quoted.</summary>
    public bool IsClaim => Passage.IsWording && !IsNegated && !IsQuoted;

    /// <summary>The text as it is written.</summary>
    public string Text => Passage.Plain.Substring(Span.Start, Span.Length);

    /// <summary>Where it is in the source.</summary>
    public SourceSpan Place => Passage.Text.PlaceOf(Span);
}
