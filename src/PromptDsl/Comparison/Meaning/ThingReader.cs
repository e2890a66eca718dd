using System.Collections.Immutable;
using System.Globalization;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;
using PromptDsl.Syntax;

namespace PromptDsl.Comparison.Meaning;

/// <summary>Reads what is in the picture.</summary>
internal static class ThingReader
{
    public static void Read(ImmutableArray<Thing> things, Element into)
    {
        foreach (Thing thing in things)
        {
            into.Add(Read(thing));
        }
    }

    private static Element Read(Thing thing)
    {
        Element element = thing switch
        {
            ObjectThing o => Create("object", thing, o.Description),
            TextThing t => Create("text", thing, t.Literal, "copy"),
            RegionThing r => Create("region", thing, r.Content.Description),
            GridThing => Create("grid", thing, null, "size"),
            TableThing t => Create("table", thing, t.Title, "title"),
            _ => Create("callout", thing, ((CalloutThing)thing).Label, "label"),
        };
        foreach (Field field in thing.Fields.Where(f => f.Key != "negatives"))
        {
            NameScope scope = field.Key == "from" ? NameScope.Picture : NameScope.Thing;
            element.Add(FactReader.Read(field, ChangeArea.Details, scope));
        }

        foreach (Relation relation in thing.Relations)
        {
            element.Add(FactReader.Read(relation));
        }

        SceneReader.ReadNegatives(thing.Fields.Items("negatives").OfType<TextValue>().Select(t => t.Text), element);
        switch (thing)
        {
            case RegionThing region:
                SceneReader.ReadStyle(region.Content.Style, element);
                Read(region.Content.Things, element);
                break;
            case GridThing grid:
                ReadGrid(grid, element);
                break;
            case TableThing table:
                ReadRows(table, element);
                break;
        }

        return element;
    }

    private static Element Create(string kind, Thing thing, AuthoredText? value, string valueNoun = "description")
    {
        string? shown = thing.Name ?? (value is null ? null : StringLiteral.Quote(value.Plain));
        var element = new Element(kind, thing.Name, thing.Place)
        {
            Identity = ElementIdentity.Name,
            Area = ChangeArea.Details,
            Scope = NameScope.Thing,
            Segment = shown is null ? kind : $"{kind} {shown}",
            ValueNoun = valueNoun,
        };
        element.Add(FactReader.Read(value, ChangeArea.Details));
        return element;
    }

    private static void ReadGrid(GridThing grid, Element into)
    {
        into.Add(FactReader.Read("", FactValue.Plain(grid.Size.ToString()), grid.Place, ChangeArea.Details));
        if (grid.Each is { } each)
        {
            into.Add(Area("each", "each", each, ElementIdentity.Only));
        }

        for (int i = 0; i < grid.Cells.Length; i++)
        {
            into.Add(Area("cell", Numbered("cell", i), grid.Cells[i], ElementIdentity.Order));
        }
    }

    private static Element Area(string kind, string segment, AreaContent content, ElementIdentity identity)
    {
        var element = new Element(kind, null, content.Place)
        {
            Identity = identity,
            Area = ChangeArea.Details,
            Segment = segment,
        };
        element.Add(FactReader.Read(content.Description, ChangeArea.Details));
        SceneReader.ReadStyle(content.Style, element);
        Read(content.Things, element);
        SceneReader.ReadNegatives(content.Negatives, element);
        return element;
    }

    private static void ReadRows(TableThing table, Element into)
    {
        for (int i = 0; i < table.Rows.Length; i++)
        {
            TableRow row = table.Rows[i];
            string? label = row.Label?.Plain;
            var element = new Element("row", label, row.Place)
            {
                Identity = ElementIdentity.Order,
                Area = ChangeArea.Details,
                Segment = label is null ? Numbered("row", i) : "row " + StringLiteral.Quote(label),
                ValueNoun = "",
            };
            element.Add(
                FactReader.Read(
                    "",
                    ValueReader.Read(new ListValue(row.Cells, row.Place)),
                    row.Place,
                    ChangeArea.Details
                )
            );
            into.Add(element);
        }
    }

    private static string Numbered(string kind, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind} {index + 1}");
}
