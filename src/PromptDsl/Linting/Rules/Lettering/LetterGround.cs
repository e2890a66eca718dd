using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;
using PromptDsl.Text;
using PromptDsl.Values;

namespace PromptDsl.Linting.Rules.Lettering;

/// <summary>Finds the colour of letters and of what they stand on, where the file says both.</summary>
internal static class LetterGround
{
    private const string Names = "color-name";

    /// <summary>A colour with the place that says it.</summary>
    public readonly record struct SaidColor(RgbColor Color, SourceSpan Place);

    /// <summary>The colour of a text: its own, or that of lettering in the palette.</summary>
    public static SaidColor? ColorOf(StageContext context, TextThing text) =>
        text.Fields["color"] is { } own ? Read(context, own) : PaletteColor(context, PaletteOf(context.Stage), "text");

    /// <summary>What a text stands on: the thing that it is on, the area that it is in, or the picture.</summary>
    public static SaidColor? GroundOf(StageContext context, TextThing text, AreaContent? area)
    {
        NameValue? support = text
            .Relations.Where(r => r.Kind is "on" or "inside")
            .SelectMany(r => r.Targets)
            .OfType<NameValue>()
            .FirstOrDefault();
        if (support is not null)
        {
            return context.Stage.Visible.GetValueOrDefault(support.Name) switch
            {
                ObjectThing item when item.Fields["color"] is { } color => Read(context, color),
                RegionThing region => PaletteColor(context, region.Content.Style, "background"),
                _ => null,
            };
        }

        // Words in place of a thing may have any colour, and so may what a text stands in front of.
        if (text.Relations.Any(r => r.Kind is "on" or "inside" or "in-front-of"))
        {
            return null;
        }

        return PaletteColor(context, area is null ? PaletteOf(context.Stage) : area.Style, "background");
    }

    private static StyleSection? PaletteOf(Stage stage) => stage.Scene.Style ?? stage.StyleReminder;

    private static SaidColor? PaletteColor(StageContext context, StyleSection? style, string role) =>
        style?.Palette.FirstOrDefault(c => c.Role == role) is { } color ? Read(context, color.Color) : null;

    private static SaidColor? Read(StageContext context, BoundValue value) =>
        value switch
        {
            ColorValue literal
                when RgbColor.TryParse(literal.Literal, out RgbColor color) && color.Alpha == byte.MaxValue =>
                new SaidColor(color, literal.Place),
            TextValue words => ReadName(context, words),
            _ => null,
        };

    // "white with a blue edge" is more than a name.
    private static SaidColor? ReadName(StageContext context, TextValue words) =>
        context
            .HitsOf(Names)
            .FirstOrDefault(h =>
                ReferenceEquals(h.Passage.Text, words.Text) && h.Text.Length == h.Passage.Plain.Trim().Length
            )
            is { } hit
        && RgbColor.TryParse(hit.Value, out RgbColor color)
            ? new SaidColor(color, words.Place)
            : null;
}
