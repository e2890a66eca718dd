using PromptDsl.Linting.Passages;
using PromptDsl.Semantics.Model;
using PromptDsl.Text;

namespace PromptDsl.Linting.Requirements;

/// <summary>Something that must not be there.</summary>
/// <param name="Kind">A kind of the lexicon, or null for a noun that it does not know.</param>
/// <param name="Words">The words of the phrase without determiners, in the singular.</param>
/// <param name="Place">Where it is said.</param>
/// <param name="Passage">In which passage.</param>
internal sealed record Prohibition(string? Kind, string[] Words, SourceSpan Place, Passage Passage)
{
    /// <summary>Whether a passage is where the prohibition holds: everywhere, in one area, or in one thing.</summary>
    public bool Covers(Passage other)
    {
        PassageScope own = Passage.Scope;
        return own.Thing is not null
            ? ReferenceEquals(own.Thing, other.Scope.Thing)
            : own.Area is null || ReferenceEquals(own.Area, other.Scope.Area);
    }

    /// <inheritdoc cref="Covers(Passage)"/>
    public bool Covers(Thing thing, AreaContent? area)
    {
        PassageScope own = Passage.Scope;
        return own.Thing is not null
            ? ReferenceEquals(own.Thing, thing)
            : own.Area is null || ReferenceEquals(own.Area, area);
    }
}
