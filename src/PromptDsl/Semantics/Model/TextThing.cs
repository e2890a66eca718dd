using System.Collections.Immutable;
using PromptDsl.Semantics.Values;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Model;

/// <summary>Lettering: at, font, weight, size, color, spacing, language, case, spell.</summary>
/// <param name="Literal">The copy; data that reaches the model quoted and unchanged.</param>
public sealed record TextThing(
    string? Name,
    AuthoredText Literal,
    FieldSet Fields,
    ImmutableArray<Relation> Relations,
    SourceSpan Place
) : Thing(Name, Fields, Relations, Place);
