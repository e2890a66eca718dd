using System.Collections.Immutable;
using System.Globalization;
using PromptDsl.Compilation.Documents;
using PromptDsl.Semantics.Model;
using PromptDsl.Text;

namespace PromptDsl.Compilation.Phrasing;

/// <summary>A grid: what its cells have in common, then each cell by its row and column.</summary>
internal sealed class GridLowering(LoweringContext context, AreaLowering areas)
{
    public PromptItem Lower(GridThing grid, int depth)
    {
        SourceSpan place = grid.Place;
        Placement placement = Placement.Of(grid, "grid", depth > 0, context);
        var head = new PhraseBuilder();
        placement.WriteLead(head, place, depth, isWords: true, context);
        head.Say(context.Book.Grid(grid.Size.Width, grid.Size.Height), place);
        head.EndSentence(place);
        var items = ImmutableArray.CreateBuilder<PromptItem>();
        items.Add(Number("columns", grid.Size.Width, place));
        items.Add(Number("rows", grid.Size.Height, place));
        items.AddRange(placement.Items);
        foreach (Field field in grid.Fields)
        {
            if (field.Key != "at" && context.Field("grid", field) is { } item)
            {
                head.NextSentence(item.Place);
                head.WriteItem(item);
                items.Add(item);
            }
        }

        var lines = new List<PromptLine> { new(depth, head.Capitalize(context.Book).ToPhrase()) };
        if (grid.Each is not null && Area(grid.Each, "each", context.Label("each", ""), depth + 1) is { } each)
        {
            items.Add(each);
            lines.AddRange(each.Lines);
        }

        var cells = new List<PromptItem>(grid.Cells.Length);
        for (int i = 0; i < grid.Cells.Length; i++)
        {
            string label = context.Book.Cell((i / grid.Size.Width) + 1, (i % grid.Size.Width) + 1);
            if (Area(grid.Cells[i], "cell", label, depth + 1) is { } cell)
            {
                cells.Add(cell);
                lines.AddRange(cell.Lines);
            }
        }

        if (ThingLowering.Group("cell", "cells", cells) is { } group)
        {
            items.Add(group);
        }

        return context.Block("grid", place, items.DrainToImmutable(), [.. lines]);
    }

    private PromptItem Number(string key, int number, SourceSpan place) =>
        context.Item(
            "grid",
            key,
            place,
            LoweringContext.Connecting(number.ToString(CultureInfo.InvariantCulture), place)
        ) with
        {
            Label = key,
        };

    // A cell that says nothing is left to the rest of the grid.
    private PromptItem? Area(AreaContent content, string block, string label, int depth)
    {
        var head = new PhraseBuilder();
        head.Say(label, content.Place);
        var items = ImmutableArray.CreateBuilder<PromptItem>();
        var lines = new List<PromptLine>();
        areas.WriteContent(content, block, head, depth, items, lines, deeds: [], lead: "");
        if (items.Count == 0)
        {
            return null;
        }

        if (block == "cell")
        {
            items.Insert(
                0,
                context.Item(block, "cell", content.Place, LoweringContext.Connecting(label, content.Place))
            );
        }

        lines.Insert(0, new PromptLine(depth, head.ToPhrase()));
        return new PromptItem
        {
            Block = block,
            Key = block,
            Label = label,
            Place = content.Place,
            Items = items.DrainToImmutable(),
            Lines = [.. lines],
        };
    }
}
