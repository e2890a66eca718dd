using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Schema;
using PromptDsl.Semantics.Binding.Expansion;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;
using PromptDsl.Text;
using PromptDsl.Values;

namespace PromptDsl.Semantics.Binding.Scenes;

/// <summary>Makes things of blocks: objects, texts, regions, grids, tables, callouts.</summary>
internal sealed class ThingBuilder(DiagnosticBag diagnostics)
{
    private static readonly ImmutableArray<string> ThingKinds =
    [
        "object",
        "text",
        "region",
        "grid",
        "table",
        "callout",
    ];

    public ImmutableArray<Thing> Build(BlockNode node)
    {
        var things = ImmutableArray.CreateBuilder<Thing>();
        foreach (BlockNode child in node.Children)
        {
            if (child.Schema.Name == "details")
            {
                things.AddRange(Build(child));
            }
            else if (ThingKinds.Contains(child.Schema.Name) && BuildThing(child) is { } thing)
            {
                things.Add(thing);
            }
        }

        return things.ToImmutable();
    }

    private Thing? BuildThing(BlockNode node)
    {
        FieldSet fields = node.ToFields(f => !LanguageSchema.Relations.Contains(f.Key));
        ImmutableArray<Relation> relations = BuildRelations(node);
        AuthoredText? text = (node.Value as TextValue)?.Text;
        switch (node.Schema.Name)
        {
            case "object" when node.Value is null && node.Name is null:
                diagnostics.Add(PlacementDiagnostics.MissingBlockValue(node.Place, node.Schema));
                return null;
            case "object" when text is not null || node.Name is not null:
                return new ObjectThing(node.Name, text, fields, relations, node.Place);
            case "text" when text is not null:
                return IsSaid(text, node) ? new TextThing(node.Name, text, fields, relations, node.Place) : null;
            case "callout" when text is not null:
                return IsSaid(text, node) ? new CalloutThing(node.Name, text, fields, node.Place) : null;
            case "region":
                return new RegionThing(node.Name, BuildArea(node), fields, relations, node.Place);
            case "grid" when node.Value is SizeValue size:
                return BuildGrid(node, size.Size, fields);
            case "table":
                return BuildTable(node, text, fields, relations);
            default:
                return null;
        }
    }

    private bool IsSaid(AuthoredText text, BlockNode node)
    {
        if (text.IsBlank)
        {
            diagnostics.Add(StageDiagnostics.EmptyLiteral(text.Place, node.Schema.Name));
        }

        return !text.IsBlank;
    }

    private static ImmutableArray<Relation> BuildRelations(BlockNode node)
    {
        FieldSet fields = node.ToFields(f => LanguageSchema.Relations.Contains(f.Key));
        return
        [
            .. fields.Select(f => new Relation(
                f.Key,
                f.Value.AsItems(),
                new SourceSpan(
                    f.KeyPlace.Source,
                    TextSpan.Union(
                        f.KeyPlace.Span,
                        f.Value.Place.Source == f.KeyPlace.Source ? f.Value.Place.Span : f.KeyPlace.Span
                    )
                )
            )),
        ];
    }

    private AreaContent BuildArea(BlockNode node) =>
        new(
            (node.Value as TextValue)?.Text,
            StyleReader.Read(node),
            Build(node),
            SceneBuilder.Texts(node, "negatives"),
            node.Place
        );

    private GridThing BuildGrid(BlockNode node, ImageSize size, FieldSet fields)
    {
        ImmutableArray<AreaContent> cells = [.. node.ChildrenOf("cell").Select(BuildArea)];
        long expected = size.Pixels;
        if (!cells.IsEmpty && cells.Length != expected)
        {
            diagnostics.Add(StageDiagnostics.CellCount(node.Value!.Place, size.ToString(), expected, cells.Length));
        }

        AreaContent? each = node.Child("each") is { } block ? BuildArea(block) : null;
        return new GridThing(node.Name, size, each, cells, fields, node.Place);
    }

    private TableThing BuildTable(
        BlockNode node,
        AuthoredText? title,
        FieldSet fields,
        ImmutableArray<Relation> relations
    )
    {
        var rows = ImmutableArray.CreateBuilder<TableRow>();
        foreach (BlockNode row in node.ChildrenOf("row"))
        {
            if (row.Value is not ListValue cells)
            {
                continue;
            }

            if (fields["columns"] is ListValue columns && columns.Items.Length != cells.Items.Length)
            {
                diagnostics.Add(
                    StageDiagnostics.RowLength(cells.Place, columns.Place, columns.Items.Length, cells.Items.Length)
                );
            }

            rows.Add(new TableRow((row.Label as TextValue)?.Text, cells.Items, row.Place));
        }

        return new TableThing(node.Name, title, rows.ToImmutable(), fields, relations, node.Place);
    }
}
