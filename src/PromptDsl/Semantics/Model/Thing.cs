using System.Collections.Immutable;
using PromptDsl.Semantics.Values;
using PromptDsl.Text;
using PromptDsl.Values;

namespace PromptDsl.Semantics.Model;

/// <summary>Something in the picture. Fields hold what the schema lists for its kind.</summary>
/// <param name="Name">The name, or null; unique among the things that a stage can see.</param>
/// <param name="Fields">Everything said about it except its value and relations.</param>
/// <param name="Relations">Its relations to other things, in the order of the source.</param>
/// <param name="Place">The head of the statement that declares it.</param>
public abstract record Thing(string? Name, FieldSet Fields, ImmutableArray<Relation> Relations, SourceSpan Place)
{
    /// <summary>The name as it is spoken: <c>stone-bridge</c> reads "stone bridge".</summary>
    public string? SpokenName => Name?.Replace('-', ' ').Replace('_', ' ');
}

/// <summary>A relation such as <c>left-of: cabin</c>.</summary>
/// <param name="Kind">One of <see cref="Schema.LanguageSchema.Relations"/>.</param>
/// <param name="Targets">A <see cref="NameValue"/> for a declared thing, a <see cref="TextValue"/> for words.</param>
/// <param name="Place">The whole property.</param>
public sealed record Relation(string Kind, ImmutableArray<BoundValue> Targets, SourceSpan Place);

/// <summary>An object: count, at, size, color, material, texture, state, action, pose, expression, wardrobe, emphasis, from, negatives.</summary>
public sealed record ObjectThing(
    string? Name,
    AuthoredText? Description,
    FieldSet Fields,
    ImmutableArray<Relation> Relations,
    SourceSpan Place
) : Thing(Name, Fields, Relations, Place);

/// <summary>Lettering: at, font, weight, size, color, spacing, language, case, spell.</summary>
/// <param name="Literal">The copy; data that reaches the model quoted and unchanged.</param>
public sealed record TextThing(
    string? Name,
    AuthoredText Literal,
    FieldSet Fields,
    ImmutableArray<Relation> Relations,
    SourceSpan Place
) : Thing(Name, Fields, Relations, Place);

/// <summary>A region: at, share, negatives; with a style and things of its own.</summary>
public sealed record RegionThing(
    string? Name,
    AreaContent Content,
    FieldSet Fields,
    ImmutableArray<Relation> Relations,
    SourceSpan Place
) : Thing(Name, Fields, Relations, Place);

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

/// <summary>A row of a table.</summary>
public sealed record TableRow(AuthoredText? Label, ImmutableArray<BoundValue> Cells, SourceSpan Place);

/// <summary>A callout: target, number, side.</summary>
/// <param name="Label">Literal copy.</param>
public sealed record CalloutThing(string? Name, AuthoredText Label, FieldSet Fields, SourceSpan Place)
    : Thing(Name, Fields, [], Place);

/// <summary>What fills a region or a cell.</summary>
/// <param name="Description">What fills it, or null.</param>
/// <param name="Style">A style of its own.</param>
/// <param name="Things">What is in it.</param>
/// <param name="Negatives">What must not be in it.</param>
/// <param name="Place">The head of the statement.</param>
public sealed record AreaContent(
    AuthoredText? Description,
    StyleSection? Style,
    ImmutableArray<Thing> Things,
    ImmutableArray<AuthoredText> Negatives,
    SourceSpan Place
);
