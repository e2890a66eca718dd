using System.Collections.Immutable;
using PromptDsl.Semantics.Values;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Model;

/// <summary>A table: as, unit, columns, at.</summary>
/// <param name="Title">What it shows, or null.</param>
/// <param name="Rows">The rows in order.</param>
public sealed record TableThing(
    string? Name,
    AuthoredText? Title,
    ImmutableArray<TableRow> Rows,
    FieldSet Fields,
    ImmutableArray<Relation> Relations,
    SourceSpan Place
) : Thing(Name, Fields, Relations, Place);
