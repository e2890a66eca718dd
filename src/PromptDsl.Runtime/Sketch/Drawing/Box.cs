namespace PromptDsl.Runtime.Sketch.Drawing;

/// <summary>A rectangle of pixels; sides are never negative.</summary>
internal readonly record struct Box
{
    public Box(int x, int y, int width, int height)
    {
        X = x;
        Y = y;
        Width = Math.Max(0, width);
        Height = Math.Max(0, height);
    }

    public int X { get; }

    public int Y { get; }

    public int Width { get; }

    public int Height { get; }

    /// <summary>The first column beyond it.</summary>
    public int Right => X + Width;

    /// <summary>The first row beyond it.</summary>
    public int Bottom => Y + Height;

    public int CenterX => X + (Width / 2);

    public int CenterY => Y + (Height / 2);

    public bool IsEmpty => Width == 0 || Height == 0;

    public static Box FromEdges(int left, int top, int right, int bottom) => new(left, top, right - left, bottom - top);

    public Box Inset(int by) => Inset(by, by);

    public Box Inset(int x, int y) => new(X + x, Y + y, Width - (2 * x), Height - (2 * y));

    public Box Offset(int x, int y) => new(X + x, Y + y, Width, Height);

    public Box Intersect(Box other) =>
        FromEdges(
            Math.Max(X, other.X),
            Math.Max(Y, other.Y),
            Math.Min(Right, other.Right),
            Math.Min(Bottom, other.Bottom)
        );

    /// <summary>Columns side by side whose widths are in the proportion of the weights.</summary>
    public Box[] Columns(IReadOnlyList<double> weights, int gap)
    {
        Box self = this;
        return Split(Width, weights, gap, (from, length) => new Box(self.X + from, self.Y, length, self.Height));
    }

    /// <summary>Rows from top to bottom whose heights are in the proportion of the weights.</summary>
    public Box[] Rows(IReadOnlyList<double> weights, int gap)
    {
        Box self = this;
        return Split(Height, weights, gap, (from, length) => new Box(self.X, self.Y + from, self.Width, length));
    }

    /// <summary>Cells of equal size, row by row.</summary>
    public Box[] Cells(int columns, int rows, int gap) =>
        [.. Rows(Equal(rows), gap).SelectMany(row => row.Columns(Equal(columns), gap))];

    private static double[] Equal(int count) => [.. Enumerable.Repeat(1.0, count)];

    private static Box[] Split(int length, IReadOnlyList<double> weights, int gap, Func<int, int, Box> make)
    {
        double total = weights.Sum();
        double free = Math.Max(0, length - (gap * (weights.Count - 1)));
        var boxes = new Box[weights.Count];
        double before = 0;
        for (int i = 0; i < boxes.Length; i++)
        {
            int from = (int)Math.Round(free * before / total);
            before += weights[i];
            boxes[i] = make(from + (gap * i), (int)Math.Round(free * before / total) - from);
        }

        return boxes;
    }
}
