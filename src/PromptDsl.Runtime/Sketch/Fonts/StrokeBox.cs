namespace PromptDsl.Runtime.Sketch.Fonts;

/// <summary>The part of a cell that one letter of a syllable takes; all edges are drawn on.</summary>
internal readonly record struct StrokeBox(int Left, int Top, int Right, int Bottom)
{
    public int Width => Right - Left + 1;

    public int Height => Bottom - Top + 1;

    public int CenterX => (Left + Right) / 2;

    public int CenterY => (Top + Bottom) / 2;

    /// <summary>Two halves side by side with a column between them.</summary>
    public (StrokeBox First, StrokeBox Second) Halves
    {
        get
        {
            int half = (Width - 1) / 2;
            return (this with { Right = Left + half - 1 }, this with { Left = Right - half + 1 });
        }
    }
}
