using System.Collections.Immutable;
using PromptDsl.Text;
using PromptDsl.Values;

namespace PromptDsl.Semantics.Model;

/// <summary>A grid: at, gutter, negatives.</summary>
/// <param name="Size">Columns × rows.</param>
/// <param name="Each">What all cells have in common.</param>
/// <param name="Cells">The cells row by row; as many as the grid has when there are any.</param>
public sealed record GridThing(
    string? Name,
    ImageSize Size,
    AreaContent? Each,
    ImmutableArray<AreaContent> Cells,
    FieldSet Fields,
    SourceSpan Place
) : Thing(Name, Fields, [], Place);
