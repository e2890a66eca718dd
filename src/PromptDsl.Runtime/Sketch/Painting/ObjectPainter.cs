using System.Collections.Immutable;
using PromptDsl.Runtime.Sketch.Drawing;
using PromptDsl.Runtime.Sketch.Fonts;
using PromptDsl.Semantics.Model;

namespace PromptDsl.Runtime.Sketch.Painting;

/// <summary>Draws an object as a card with its name, its number, what it is, and what else is said of it.</summary>
internal static class ObjectPainter
{
    private const int MostCards = 4;
    private const double VisibleContrast = 1.3;

    private static readonly ImmutableArray<string> NotedFields =
    [
        "size",
        "material",
        "texture",
        "state",
        "action",
        "pose",
        "expression",
        "wardrobe",
    ];

    private static readonly ImmutableArray<string> NotedRelations = ["facing", "holding", "wearing", "behind", "on"];

    /// <summary>Draws the card.</summary>
    /// <param name="fill">Its colour, unless the object says one.</param>
    /// <param name="accent">The edge of what stands out.</param>
    /// <returns>The part of the card for those that it holds, wears or contains; empty when there are none.</returns>
    public static Box Draw(SketchPage page, ObjectThing thing, Box box, Rgb fill, Rgb accent, int guests)
    {
        int unit = page.Unit;
        Rgb color = ColorWords.Find(thing.Fields["color"]) ?? fill;
        Rgb edge = color.Mix(Rgb.Ink, 0.45);
        int behind = Math.Min(thing.Fields.Integer("count") ?? 1, MostCards) - 1;
        int step = Math.Min(6 * unit, Math.Min(box.Width, box.Height) / 12);
        var card = new Box(box.X, box.Y + (behind * step), box.Width - (behind * step), box.Height - (behind * step));
        for (int i = behind; i > 0; i--)
        {
            Box back = card.Offset(i * step, -i * step);
            page.Canvas.Card(back, page.Radius, color.Mix(Rgb.White, 0.15 * i), edge, unit);
        }

        bool isStrong = thing.Fields.Word("emphasis") == "high";
        Rgb strong = Rgb.Contrast(accent, color) < VisibleContrast ? color.Legible : accent;
        page.Canvas.Card(card, page.Radius, color, isStrong ? strong : edge, isStrong ? 4 * unit : unit);
        Box inside = card.Inset(page.Gap);
        int own = guests > 0 ? inside.Height * 11 / 20 : inside.Height;
        DrawWords(page, thing, new Box(inside.X, inside.Y, inside.Width, own), color.Legible);
        return new Box(inside.X, inside.Y + own, inside.Width, inside.Height - own);
    }

    private static void DrawWords(SketchPage page, ObjectThing thing, Box box, Rgb ink)
    {
        int unit = page.Unit;
        string description = thing.Description?.Plain ?? "";
        bool isNamed = thing.SpokenName is not null;
        string title = thing.SpokenName ?? description;
        if (thing.Fields.Integer("count") is > 1 and int count)
        {
            title += $" ×{count}";
        }

        int height = isNamed ? Math.Max(box.Height * 2 / 5, PixelFont.LineHeight * unit) : box.Height;
        Lettering head = Lettering.Fit(title, box.Width, height, isNamed ? 4 * unit : 3 * unit, unit);
        int left = box.Height - head.Height;
        string more = isNamed ? description : "";
        int largest = Math.Clamp(head.Scale - 1, 1, 2 * unit);
        Lettering body = Lettering.Fit(more, box.Width, left * 2 / 3, largest, Math.Min(unit, largest));
        Lettering notes = Lettering.Cut(Notes(thing), box.Width, left - body.Height - (3 * unit), unit);
        int y = box.Y + ((left - body.Height - notes.Height) / 2);
        head.Draw(page.Canvas, new Box(box.X, y, box.Width, 0), 0, ink);
        body.Draw(page.Canvas, new Box(box.X, y + head.Height, box.Width, 0), 0, ink);
        y += head.Height + body.Height + (3 * unit);
        notes.Draw(page.Canvas, new Box(box.X, y, box.Width, 0), 0, ink);
    }

    private static string Notes(ObjectThing thing) =>
        string.Join(
            " · ",
            [
                .. NotedFields.Select(thing.Fields.Find).OfType<Field>().Select(f => $"{f.Key}: {f.Value.Written}"),
                .. thing.Relations.Where(r => NotedRelations.Contains(r.Kind)).Select(Note),
            ]
        );

    private static string Note(Relation relation) =>
        $"{relation.Kind}: {string.Join(", ", relation.Targets.Select(t => t.Written))}";
}
