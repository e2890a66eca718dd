using System.Collections.Immutable;
using PromptDsl.Compilation.Documents;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Compilation.Phrasing;

/// <summary>A chart or a table: its kind, its title, its columns and rows, all copy in quotes.</summary>
internal sealed class TableLowering(LoweringContext context)
{
    public PromptItem Lower(TableThing thing, int depth)
    {
        Placement placement = Placement.Of(thing, "table", depth > 0, context);
        var items = ImmutableArray.CreateBuilder<PromptItem>();
        var lines = ImmutableArray.CreateBuilder<PromptLine>();
        var head = new PhraseBuilder();
        placement.WriteLead(head, thing.Place, depth, isWords: true, context);
        WriteTitle(head, thing, items);
        head.EndSentence(thing.Place);
        AddKind(thing, items);
        items.AddRange(placement.Items);
        placement.WriteDeeds(head);
        if (Cells(thing, "unit") is { } unit)
        {
            head.NextSentence(unit.Place);
            head.WriteItem(unit);
            items.Add(Bare(thing, unit));
        }

        head.NextSentence(thing.Place);
        head.Say(context.Book.TableAsWritten, thing.Place);
        lines.Add(new PromptLine(depth, head.Capitalize(context.Book).ToPhrase()));
        if (Cells(thing, "columns") is { } columns)
        {
            var line = new PhraseBuilder();
            line.WriteItem(columns);
            lines.Add(new PromptLine(depth + 1, line.ToPhrase()));
            items.Add(Bare(thing, columns));
        }

        AddRows(thing, depth, lines, items);
        return context.Block("table", thing.Place, items.DrainToImmutable(), lines.DrainToImmutable());
    }

    private void WriteTitle(PhraseBuilder head, TableThing thing, ImmutableArray<PromptItem>.Builder items)
    {
        string? drawnAs = thing.Fields.Word("as");
        if (thing.Title is not { IsBlank: false } title)
        {
            head.Say(context.Book.UntitledTable(drawnAs), thing.Place);
            return;
        }

        head.Write(context.Around(context.Book.Table(drawnAs), context.Quote(title), thing.Place));
        items.Add(context.Item("table", "title", title.Place, context.Copy(title)));
    }

    private void AddKind(TableThing thing, ImmutableArray<PromptItem>.Builder items)
    {
        if (thing.Fields.Find("as") is { } field && context.Field("table", field) is { } kind)
        {
            items.Add(kind);
        }
    }

    private void AddRows(
        TableThing thing,
        int depth,
        ImmutableArray<PromptLine>.Builder lines,
        ImmutableArray<PromptItem>.Builder items
    )
    {
        var rows = new List<PromptItem>();
        for (int i = 0; i < thing.Rows.Length; i++)
        {
            TableRow row = thing.Rows[i];
            string number = context.Book.Row(i + 1);
            var line = new PhraseBuilder();
            line.Say(number, row.Place);
            PromptItem? label = null;
            if (row.Label is { IsBlank: false } text)
            {
                line.Say(" ", row.Place);
                line.Write(context.Quote(text));
                label = context.Item("row", "label", text.Place, context.Copy(text));
            }

            line.Say(": ", row.Place);
            line.WriteList([.. row.Cells.SelectMany(c => Values(c, isQuoted: true))], row.Place);
            line.EndSentence(row.Place);
            lines.Add(new PromptLine(depth + 1, line.ToPhrase()));
            rows.Add(Row(row, number, label));
        }

        if (ThingLowering.Group("row", "rows", rows) is { } group)
        {
            items.Add(group);
        }
    }

    private PromptItem Row(TableRow row, string number, PromptItem? label)
    {
        PromptItem cells = context.Item(
            "row",
            label is null ? "row" : "values",
            row.Place,
            [.. row.Cells.SelectMany(c => Values(c, isQuoted: false))]
        ) with
        {
            Label = number,
            IsList = true,
        };
        return label is null
            ? cells
            : new PromptItem
            {
                Block = "row",
                Key = "row",
                Label = number,
                Place = row.Place,
                Items = [label, cells],
            };
    }

    // In prose copy stands in quotes; as data it stands alone.
    private PromptItem? Cells(TableThing thing, string key) =>
        thing.Fields.Find(key) is { } field && context.Field("table", field) is { } item
            ? item with
            {
                Values = Values(field.Value, isQuoted: true),
            }
            : null;

    private PromptItem Bare(TableThing thing, PromptItem quoted) =>
        quoted with
        {
            Values = Values(thing.Fields[quoted.Key]!, isQuoted: false),
        };

    private ImmutableArray<PromptPhrase> Values(BoundValue value, bool isQuoted) =>
        value switch
        {
            ListValue list => [.. list.Items.SelectMany(i => Values(i, isQuoted))],
            TextValue text => [isQuoted ? context.Quote(text.Text) : context.Copy(text.Text)],
            _ => context.Values("row", value),
        };
}
