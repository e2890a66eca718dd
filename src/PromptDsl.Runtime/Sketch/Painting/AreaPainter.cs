using System.Collections.Immutable;
using PromptDsl.Runtime.Sketch.Drawing;
using PromptDsl.Runtime.Sketch.Fonts;
using PromptDsl.Runtime.Sketch.Layout;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Runtime.Sketch.Painting;

/// <summary>Lays out and draws what stands in the picture, in a region, or in a cell.</summary>
internal sealed class AreaPainter(SketchPage page)
{
    private const double UsableRest = 0.15;

    /// <summary>Draws things that stand together.</summary>
    /// <param name="ground">The colour beneath; null when it is not known.</param>
    public void Draw(ImmutableArray<Thing> things, Box area, SketchTheme theme, Rgb? ground)
    {
        var callouts = new CalloutPainter(page, [.. things.OfType<CalloutThing>()], area);
        ImmutableArray<Thing> others = [.. things.Where(t => t is not CalloutThing)];
        ImmutableArray<RegionThing> regions = [.. others.OfType<RegionThing>()];
        var spots = new SpotFinder(others);
        if (regions.IsEmpty)
        {
            DrawLoose(others, spots, callouts.Inside, theme, ground);
        }
        else
        {
            DrawRegions(others, regions, spots, callouts.Inside, theme, ground);
        }

        callouts.Draw(theme);
    }

    private void DrawRegions(
        ImmutableArray<Thing> things,
        ImmutableArray<RegionThing> regions,
        SpotFinder spots,
        Box area,
        SketchTheme theme,
        Rgb? ground
    )
    {
        var layout = new RegionLayout(regions, area);
        ImmutableArray<Thing> loose = [.. things.Where(t => t is not RegionThing)];
        bool hasRoom = layout.Rest.Width > area.Width * UsableRest && layout.Rest.Height > area.Height * UsableRest;
        ILookup<Thing, Thing> joining = loose
            .Where(t => !hasRoom || spots.HostOf(t) is RegionThing)
            .ToLookup<Thing, Thing>(
                t => spots.HostOf(t) is RegionThing host ? host : RegionAt(spots.Find(t), area, layout),
                ReferenceEqualityComparer.Instance
            );
        for (int i = 0; i < layout.Placed.Count; i++)
        {
            PlacedThing placed = layout.Placed[i];
            DrawRegion((RegionThing)placed.Thing, [.. joining[placed.Thing]], placed.Box, theme, i);
        }

        if (hasRoom)
        {
            DrawLoose([.. loose.Where(t => spots.HostOf(t) is not RegionThing)], spots, layout.Rest, theme, ground);
        }
    }

    /// <summary>The region on whose ground a thing beside the regions comes to stand.</summary>
    private static Thing RegionAt(Spot spot, Box area, RegionLayout layout)
    {
        int x = area.X + (int)((Math.Clamp(spot.Column, 0, 2) + 0.5) / 3 * area.Width);
        int y = area.Y + (int)((Math.Clamp(spot.Row, 0, 2) + 0.5) / 3 * area.Height);
        PlacedThing nearest = layout.Placed.MinBy(p =>
            Math.Abs(Math.Clamp(x, p.Box.X, p.Box.Right) - x) + Math.Abs(Math.Clamp(y, p.Box.Y, p.Box.Bottom) - y)
        )!;
        return nearest.Thing;
    }

    private void DrawLoose(ImmutableArray<Thing> things, SpotFinder spots, Box area, SketchTheme theme, Rgb? ground)
    {
        ILookup<Thing, Thing> guests = things
            .Where(t => spots.HostOf(t) is not null)
            .ToLookup<Thing, Thing>(t => spots.HostOf(t)!, ReferenceEqualityComparer.Instance);
        ImmutableArray<PlacedThing> placed = SceneLayout.Arrange(things, spots, area, page.Gap, page.IsSettled);
        for (int i = 0; i < placed.Length; i++)
        {
            DrawThing(placed[i], guests, theme, ground, i);
        }
    }

    private void DrawThing(PlacedThing placed, ILookup<Thing, Thing> guests, SketchTheme theme, Rgb? ground, int index)
    {
        (Thing thing, Box box, int alignment) = placed;
        if (thing.Name is { } name)
        {
            page.Boxes[name] = box;
        }

        ImmutableArray<Thing> inside = [.. guests[thing]];
        Box room = box.Inset(page.Gap);
        if (!page.IsHidden(thing))
        {
            room = DrawOne(placed, theme, ground, index, inside.Length) ?? room;
        }

        if (!inside.IsEmpty)
        {
            Box[] boxes = room.Columns([.. inside.Select(_ => 1.0)], page.Gap / 2);
            for (int i = 0; i < inside.Length; i++)
            {
                DrawThing(new PlacedThing(inside[i], boxes[i], alignment), guests, theme, null, index + i + 1);
            }
        }
    }

    /// <summary>Draws a thing; an object gives the room for those that it holds.</summary>
    private Box? DrawOne(PlacedThing placed, SketchTheme theme, Rgb? ground, int index, int guests)
    {
        Box box = placed.Box;
        switch (placed.Thing)
        {
            case ObjectThing thing:
                return ObjectPainter.Draw(page, thing, box, theme.Fill(index), theme.Accent, guests);
            case TextThing text:
                TextPainter.Draw(page, text, box, placed.Alignment, theme.Text, ground);
                return null;
            case GridThing grid:
                DrawGrid(grid, box, theme);
                return null;
            case TableThing table:
                TablePainter.Draw(page, table, box, theme);
                return null;
            default:
                return null;
        }
    }

    private void DrawRegion(RegionThing region, ImmutableArray<Thing> joining, Box box, SketchTheme outer, int index)
    {
        if (region.Name is { } name)
        {
            page.Boxes[name] = box;
        }

        SketchTheme theme = outer.For(region.Content.Style);
        Rgb fill = ReferenceEquals(theme, outer) ? outer.Background.Mix(outer.Fill(index), 0.35) : theme.Background;
        bool isHidden = page.IsHidden(region);
        Box inside = box.Inset(page.Gap);
        if (!isHidden)
        {
            if (!page.IsOverlay)
            {
                page.Canvas.Fill(box, fill);
            }

            page.Canvas.Frame(box, 2 * page.Unit, fill.Mix(Rgb.Ink, 0.3));
            inside = DrawHead(Title(region.SpokenName, region.Content.Description), inside, fill);
        }

        ImmutableArray<Thing> things = [.. region.Content.Things.Where(t => !isHidden), .. joining];
        Draw(things, inside, theme with { Background = fill }, page.IsOverlay ? null : fill);
    }

    private void DrawGrid(GridThing grid, Box box, SketchTheme theme)
    {
        Rgb fill = theme.Background.Mix(theme.Background.Legible, 0.05);
        Rgb edge = fill.Mix(Rgb.Ink, 0.3);
        Box inside = DrawHead(Title(grid.SpokenName, grid.Each?.Description), box, fill);
        Box[] cells = inside.Cells(grid.Size.Width, grid.Size.Height, page.Gap / 2);
        ImmutableArray<Thing> common = grid.Each?.Things ?? [];
        for (int i = 0; i < cells.Length; i++)
        {
            AreaContent? content = i < grid.Cells.Length ? grid.Cells[i] : null;
            SketchTheme cellTheme = theme.For(content?.Style ?? grid.Each?.Style) with { Background = fill };
            page.Canvas.Card(cells[i], page.Radius, fill, edge, page.Unit);
            Box room = cells[i].Inset(Math.Min(page.Gap, cells[i].Width / 16));
            Thing[] described = content?.Description is { } text
                ? [new ObjectThing(null, text, FieldSet.Empty, [], content.Place)]
                : [];
            Draw([.. described, .. common, .. content?.Things ?? []], room, cellTheme.Starting(i), fill);
        }
    }

    /// <summary>Small print at the top of a box; what is beneath is left.</summary>
    private Box DrawHead(string title, Box box, Rgb ground)
    {
        int line = PixelFont.LineHeight * page.Unit;
        Lettering words = Lettering.Cut(
            title,
            box.Width - (4 * page.Unit),
            Math.Min(2 * line, box.Height / 4),
            page.Unit
        );
        if (words.Lines.IsEmpty)
        {
            return box;
        }

        page.Canvas.FillRounded(new Box(box.X, box.Y, words.Width + (8 * page.Unit), words.Height), page.Unit, ground);
        words.Draw(
            page.Canvas,
            new Box(box.X + (4 * page.Unit), box.Y + page.Unit, words.Width, 0),
            -1,
            ground.Legible
        );
        int taken = words.Height + (4 * page.Unit);
        return new Box(box.X, box.Y + taken, box.Width, box.Height - taken);
    }

    private static string Title(string? name, AuthoredText? description) =>
        string.Join(" – ", new[] { name, description?.Plain }.OfType<string>());
}
