using PromptDsl.Compilation;
using PromptDsl.Pictures;
using PromptDsl.Runtime.Sketch;
using PromptDsl.Runtime.Sketch.Drawing;
using PromptDsl.Values;
using Xunit;

namespace PromptDsl.Runtime.Tests.Sketch.Infrastructure;

/// <summary>Files that are compiled and drawn, and what is found in the drawing.</summary>
internal static class Sketches
{
    /// <summary>The stages of a file without findings that are errors.</summary>
    public static CompiledStage[] Compile(string text)
    {
        CompilationResult result = new PromptCompiler().Compile(text);
        Assert.Empty(result.Diagnostics.Where(d => d.IsError));
        return [.. result.Builds[0].Stages];
    }

    public static SketchOrder Order(string text, int width = 600, int height = 600) =>
        new() { Stage = Compile(text)[^1], Size = new ImageSize(width, height) };

    public static Raster Draw(string text, int width = 600, int height = 600) =>
        SketchRenderer.Draw(Order(text, width, height));

    public static Raster Plain(int width, int height, Rgb color)
    {
        var canvas = new Canvas(new Raster(width, height));
        canvas.Fill(canvas.Bounds, color);
        return canvas.Raster;
    }

    public static Rgb At(Raster picture, int x, int y)
    {
        ReadOnlySpan<byte> pixel = picture.Row(y)[(x * Raster.BytesPerPixel)..];
        return new Rgb(pixel[0], pixel[1], pixel[2]);
    }

    public static byte AlphaAt(Raster picture, int x, int y) => picture.Row(y)[(x * Raster.BytesPerPixel) + 3];

    /// <summary>The smallest box around all opaque pixels of a colour above the strip at the foot; empty when there are none.</summary>
    public static Box Extent(Raster picture, string color)
    {
        Rgb wanted = Rgb.Parse(color)!.Value;
        int left = picture.Width;
        int top = picture.Height;
        int right = 0;
        int bottom = 0;
        for (int y = 0; y < picture.Height * 3 / 4; y++)
        {
            for (int x = 0; x < picture.Width; x++)
            {
                if (AlphaAt(picture, x, y) == byte.MaxValue && At(picture, x, y) == wanted)
                {
                    left = Math.Min(left, x);
                    top = Math.Min(top, y);
                    right = Math.Max(right, x + 1);
                    bottom = Math.Max(bottom, y + 1);
                }
            }
        }

        return Box.FromEdges(left, top, right, bottom);
    }
}
