using System.Collections.Immutable;
using PromptDsl.Semantics.Values;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Model;

/// <summary>An object: count, at, size, color, material, texture, state, action, pose, expression, wardrobe, emphasis, from, negatives.</summary>
public sealed record ObjectThing(
    string? Name,
    AuthoredText? Description,
    FieldSet Fields,
    ImmutableArray<Relation> Relations,
    SourceSpan Place
) : Thing(Name, Fields, Relations, Place);
