namespace PromptDsl.Pictures.Png;

/// <summary>Which pixels one pass holds, PNG (3rd edition) 8.1.</summary>
/// <param name="X">The column of its first pixel.</param>
/// <param name="Y">The row of its first pixel.</param>
/// <param name="StepX">How far its columns lie apart.</param>
/// <param name="StepY">How far its rows lie apart.</param>
internal readonly record struct PngPass(int X, int Y, int StepX, int StepY)
{
    /// <summary>The only pass of a picture that is not interlaced.</summary>
    public static PngPass Whole => new(0, 0, 1, 1);

    public static PngPass[] Adam7 { get; } =
    [
        new(0, 0, 8, 8),
        new(4, 0, 8, 8),
        new(0, 4, 4, 8),
        new(2, 0, 4, 4),
        new(0, 2, 2, 4),
        new(1, 0, 2, 2),
        new(0, 1, 1, 2),
    ];

    public int Columns(int width) => Count(width, X, StepX);

    public int Rows(int height) => Count(height, Y, StepY);

    private static int Count(int length, int start, int step) =>
        length <= start ? 0 : ((length - start - 1) / step) + 1;
}
