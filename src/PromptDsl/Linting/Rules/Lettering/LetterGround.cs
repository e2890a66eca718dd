using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Linting.Rules.Lettering;

/// <summary>Finds what says the colour of letters and of what they stand on.</summary>
internal static class LetterGround
{
    /// <summary>What colours a text: its own field, or lettering in the palette.</summary>
    public static BoundValue? ColorOf(Stage stage, TextThing text) =>
        text.Fields["color"] ?? InPalette(StyleOf(stage), "text");

    /// <summary>What colours the ground of a text: the thing that it is on, the area that it is in, or the picture.</summary>
    public static BoundValue? GroundOf(Stage stage, TextThing text, AreaContent? area)
    {
        NameValue? support = text
            .Relations.Where(r => r.Kind is "on" or "inside")
            .SelectMany(r => r.Targets)
            .OfType<NameValue>()
            .FirstOrDefault();
        if (support is not null)
        {
            return stage.Visible.GetValueOrDefault(support.Name) switch
            {
                ObjectThing item => item.Fields["color"],
                RegionThing region => InPalette(region.Content.Style, "background"),
                _ => null,
            };
        }

        // Words in place of a thing may have any colour, and so may what a text stands in front of.
        return text.Relations.Any(r => r.Kind is "on" or "inside" or "in-front-of")
            ? null
            : InPalette(area is null ? StyleOf(stage) : area.Style, "background");
    }

    private static StyleSection? StyleOf(Stage stage) => stage.Scene.Style ?? stage.StyleReminder;

    private static BoundValue? InPalette(StyleSection? style, string role) =>
        style?.Palette.FirstOrDefault(c => c.Role == role)?.Color;
}
