using PromptDsl.Linting.Passages;
using PromptDsl.Linting.Scanning;
using PromptDsl.Text;

namespace PromptDsl.Linting.Requirements;

/// <summary>Something that must not be there.</summary>
/// <param name="Kind">A kind of the lexicon, or null for a noun that it does not know.</param>
/// <param name="Words">The words of the phrase without determiners, in the singular.</param>
/// <param name="Passage">The passage that says it; it holds where that passage is about.</param>
/// <param name="Span">Where it is said in <see cref="Passage.Plain"/>.</param>
internal sealed record Prohibition(string? Kind, string[] Words, Passage Passage, TextSpan Span)
{
    /// <summary>Where it is said in the source.</summary>
    public SourceSpan Place => Passage.Text.PlaceOf(Span);
}
