using System.Collections.Immutable;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Model;

/// <summary>A region: at, share, negatives; with a style and things of its own.</summary>
public sealed record RegionThing(
    string? Name,
    AreaContent Content,
    FieldSet Fields,
    ImmutableArray<Relation> Relations,
    SourceSpan Place
) : Thing(Name, Fields, Relations, Place);
