using PromptDsl.Runtime.Sketch.Drawing;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Runtime.Sketch.Painting;

/// <summary>Reads where everything important must be.</summary>
internal static class SafeFrame
{
    /// <summary>The safe area in pixels, and whether the file says one; without it all of the picture.</summary>
    public static (Box Box, bool IsSaid) Of(SafeAreaSection? section, Box picture)
    {
        if (section is null || section.Fields.Count == 0)
        {
            return (picture, false);
        }

        FieldSet fields = section.Fields;
        double left = Math.Max(Part(fields, "margin-left") ?? 0, 1 - (Part(fields, "right") ?? 1));
        double top = Math.Max(Part(fields, "margin-top") ?? 0, 1 - (Part(fields, "bottom") ?? 1));
        double right = Math.Min(1 - (Part(fields, "margin-right") ?? 0), Part(fields, "left") ?? 1);
        double bottom = Math.Min(1 - (Part(fields, "margin-bottom") ?? 0), Part(fields, "top") ?? 1);
        var box = Box.FromEdges(
            (int)Math.Round(picture.Width * left),
            (int)Math.Round(picture.Height * top),
            (int)Math.Round(picture.Width * right),
            (int)Math.Round(picture.Height * bottom)
        );
        return box.IsEmpty ? (picture, false) : (box, true);
    }

    private static double? Part(FieldSet fields, string key) =>
        fields[key] is PercentValue percent ? Math.Clamp((double)percent.Percent / 100, 0, 1) : null;
}
