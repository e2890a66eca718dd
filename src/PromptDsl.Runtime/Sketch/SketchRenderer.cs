using PromptDsl.Pictures;
using PromptDsl.Runtime.Sketch.Drawing;
using PromptDsl.Runtime.Sketch.Painting;
using PromptDsl.Semantics.Model;

namespace PromptDsl.Runtime.Sketch;

/// <summary>Draws what a stage declares: layout, palette, texts, safe area and transparency. The same order gives the same pixels.</summary>
public static class SketchRenderer
{
    private const int Margin = 2;

    /// <summary>Draws the picture at the exact size of the order.</summary>
    public static Raster Draw(SketchOrder order)
    {
        var canvas = new Canvas(new Raster(order.Size.Width, order.Size.Height));
        Stage stage = order.Stage.Model;
        var theme = SketchTheme.For(stage, order.Variation - 1);
        Raster? beneath = stage.IsEdit ? order.Inputs.FirstOrDefault() : null;
        DrawGround(canvas, order, theme, beneath);

        var things = StageThings.Of(stage, isBeneath: beneath is not null);
        var page = new SketchPage(canvas, beneath is not null, things);
        var band = new InfoBand(page);
        (Box safe, bool isSaid) = SafeFrame.Of(stage.SafeArea, canvas.Bounds);
        Box area = safe.Intersect(Box.FromEdges(0, 0, canvas.Bounds.Right, band.Box.Y)).Inset(Margin * page.Gap);
        Rgb? ground = beneath is null && !order.IsTransparent ? theme.Background : null;
        new AreaPainter(page).Draw(things.All, area, theme, ground);
        band.Draw(order, theme);
        if (isSaid)
        {
            canvas.DashedFrame(safe, 2 * page.Unit, 12 * page.Unit, theme.Accent, theme.Accent.Legible);
        }

        return canvas.Raster;
    }

    private static void DrawGround(Canvas canvas, SketchOrder order, SketchTheme theme, Raster? beneath)
    {
        if (beneath is not null)
        {
            canvas.Picture(beneath, canvas.Bounds);
        }
        else if (!order.IsTransparent)
        {
            canvas.Fill(canvas.Bounds, theme.Background);
        }

        if (beneath is not null && order.Mask is { } mask)
        {
            MaskPainter.Draw(canvas, mask, theme.Accent);
        }
    }
}
