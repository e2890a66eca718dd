using System.Collections.Immutable;
using PromptDsl.Compilation.Documents;
using PromptDsl.Semantics.Model;

namespace PromptDsl.Compilation.Phrasing;

/// <summary>What is in the picture or in an area of it. The depth is that of the list that a thing stands in; 0 is running text.</summary>
internal sealed class ThingLowering(LoweringContext context)
{
    /// <summary>Entries that belong together, or null when there are none.</summary>
    public static PromptItem? Group(string block, string key, List<PromptItem> items) =>
        items.Count == 0
            ? null
            : new PromptItem
            {
                Block = block,
                Key = key,
                Label = items[0].Label,
                Place = items[0].Place,
                IsList = true,
                Items = [.. items],
            };

    public List<PromptItem> Objects(ImmutableArray<Thing> things, int depth)
    {
        var lowering = new ObjectLowering(context);
        return [.. IntroductionOrder.Of(things).Select(o => lowering.Lower(o, depth)).OfType<PromptItem>()];
    }

    public List<PromptItem> Texts(ImmutableArray<Thing> things, int depth)
    {
        var lowering = new TextLowering(context);
        return Each<TextThing>(things, text => lowering.Lower(text, depth));
    }

    public List<PromptItem> Tables(ImmutableArray<Thing> things, int depth)
    {
        var lowering = new TableLowering(context);
        return Each<TableThing>(things, table => lowering.Lower(table, depth));
    }

    public List<PromptItem> Callouts(ImmutableArray<Thing> things, int depth)
    {
        var lowering = new CalloutLowering(context);
        return Each<CalloutThing>(things, callout => lowering.Lower(callout, depth));
    }

    public List<PromptItem> Regions(ImmutableArray<Thing> things, int depth)
    {
        var lowering = new AreaLowering(context, this);
        return Each<RegionThing>(things, region => lowering.Lower(region, depth));
    }

    public List<PromptItem> Grids(ImmutableArray<Thing> things, int depth)
    {
        var lowering = new GridLowering(context, new AreaLowering(context, this));
        return Each<GridThing>(things, grid => lowering.Lower(grid, depth));
    }

    /// <summary>Everything in an area, as groups of entries.</summary>
    public List<PromptItem> All(ImmutableArray<Thing> things, int depth)
    {
        if (things.IsEmpty)
        {
            return [];
        }

        PromptItem?[] groups =
        [
            Group("object", "objects", Objects(things, depth)),
            Group("text", "texts", Texts(things, depth)),
            Group("table", "tables", Tables(things, depth)),
            Group("callout", "callouts", Callouts(things, depth)),
            Group("region", "regions", Regions(things, depth)),
            Group("grid", "grids", Grids(things, depth)),
        ];
        return [.. groups.OfType<PromptItem>()];
    }

    private static List<PromptItem> Each<TThing>(ImmutableArray<Thing> things, Func<TThing, PromptItem?> lower)
        where TThing : Thing
    {
        var items = new List<PromptItem>();
        foreach (Thing thing in things)
        {
            if (thing is TThing fitting && lower(fitting) is { } item)
            {
                items.Add(item);
            }
        }

        return items;
    }
}
