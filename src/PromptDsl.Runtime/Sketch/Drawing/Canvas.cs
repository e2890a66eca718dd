using PromptDsl.Pictures;

namespace PromptDsl.Runtime.Sketch.Drawing;

/// <summary>Draws opaque shapes on a raster; whatever lies outside is left out.</summary>
internal sealed class Canvas(Raster raster)
{
    public Raster Raster => raster;

    public Box Bounds { get; } = new(0, 0, raster.Width, raster.Height);

    public void Fill(Box box, Rgb color)
    {
        Box area = box.Intersect(Bounds);
        for (int y = area.Y; y < area.Bottom; y++)
        {
            Span<byte> row = raster.Row(y);
            for (int x = area.X; x < area.Right; x++)
            {
                Set(row, x, color);
            }
        }
    }

    /// <summary>Lays a share of a colour, from 0 to 1, over what is there; transparent pixels stay transparent.</summary>
    public void Tint(int x, int y, Rgb color, double share)
    {
        Span<byte> row = raster.Row(y);
        int i = x * Raster.BytesPerPixel;
        Rgb mixed = new Rgb(row[i], row[i + 1], row[i + 2]).Mix(color, share);
        row[i] = mixed.R;
        row[i + 1] = mixed.G;
        row[i + 2] = mixed.B;
    }

    /// <summary>A filled rectangle with round corners.</summary>
    public void FillRounded(Box box, int radius, Rgb color)
    {
        int r = Math.Min(radius, Math.Min(box.Width, box.Height) / 2);
        for (int y = 0; y < box.Height; y++)
        {
            int fromEdge = Math.Min(y, box.Height - 1 - y);
            int cut = fromEdge < r ? CornerCut(r, fromEdge) : 0;
            Fill(new Box(box.X + cut, box.Y + y, box.Width - (2 * cut), 1), color);
        }
    }

    /// <summary>A filled rectangle with round corners and an edge.</summary>
    public void Card(Box box, int radius, Rgb fill, Rgb edge, int thickness)
    {
        FillRounded(box, radius, edge);
        FillRounded(box.Inset(thickness), radius - thickness, fill);
    }

    public void Frame(Box box, int thickness, Rgb color)
    {
        Fill(new Box(box.X, box.Y, box.Width, thickness), color);
        Fill(new Box(box.X, box.Bottom - thickness, box.Width, thickness), color);
        Fill(new Box(box.X, box.Y, thickness, box.Height), color);
        Fill(new Box(box.Right - thickness, box.Y, thickness, box.Height), color);
    }

    /// <summary>A frame of dashes in one colour with gaps in another, so that it shows on any ground.</summary>
    public void DashedFrame(Box box, int thickness, int dash, Rgb color, Rgb gap)
    {
        Frame(box, thickness, gap);
        for (int x = box.X; x < box.Right; x += 2 * dash)
        {
            int length = Math.Min(dash, box.Right - x);
            Fill(new Box(x, box.Y, length, thickness), color);
            Fill(new Box(x, box.Bottom - thickness, length, thickness), color);
        }

        for (int y = box.Y; y < box.Bottom; y += 2 * dash)
        {
            int length = Math.Min(dash, box.Bottom - y);
            Fill(new Box(box.X, y, thickness, length), color);
            Fill(new Box(box.Right - thickness, y, thickness, length), color);
        }
    }

    public void Line(int x0, int y0, int x1, int y1, int thickness, Rgb color)
    {
        int steps = Math.Max(1, Math.Max(Math.Abs(x1 - x0), Math.Abs(y1 - y0)));
        for (int i = 0; i <= steps; i++)
        {
            int x = x0 + (int)Math.Round((double)(x1 - x0) * i / steps);
            int y = y0 + (int)Math.Round((double)(y1 - y0) * i / steps);
            Fill(new Box(x - (thickness / 2), y - (thickness / 2), thickness, thickness), color);
        }
    }

    public void Disc(int centerX, int centerY, int radius, Rgb color) =>
        FillRounded(new Box(centerX - radius, centerY - radius, 2 * radius, 2 * radius), radius, color);

    /// <summary>A picture stretched over a box.</summary>
    public void Picture(Raster picture, Box box)
    {
        Raster scaled =
            picture.Width == box.Width && picture.Height == box.Height
                ? picture
                : Scaling.Resize(picture, box.Width, box.Height);
        Box area = box.Intersect(Bounds);
        for (int y = area.Y; y < area.Bottom; y++)
        {
            ReadOnlySpan<byte> from = scaled.Row(y - box.Y);
            Span<byte> to = raster.Row(y);
            int first = (area.X - box.X) * Raster.BytesPerPixel;
            from.Slice(first, area.Width * Raster.BytesPerPixel).CopyTo(to[(area.X * Raster.BytesPerPixel)..]);
        }
    }

    private static void Set(Span<byte> row, int x, Rgb color)
    {
        int i = x * Raster.BytesPerPixel;
        row[i] = color.R;
        row[i + 1] = color.G;
        row[i + 2] = color.B;
        row[i + 3] = byte.MaxValue;
    }

    private static int CornerCut(int radius, int row)
    {
        double y = radius - row - 0.5;
        return radius - (int)Math.Round(Math.Sqrt((radius * radius) - (y * y)));
    }
}
