namespace PromptDsl.Pictures.Jpeg;

/// <summary>One channel of a frame: how it is sampled, and its coefficients.</summary>
/// <param name="Horizontal">How many of its blocks stand beside each other in a unit of the scan, 1–4.</param>
/// <param name="Vertical">How many stand below each other, 1–4.</param>
internal sealed record JpegComponent(byte Id, int Horizontal, int Vertical, int QuantizationTable)
{
    /// <summary>How many blocks a row has, with those that fill the last unit.</summary>
    public int BlocksAcross { get; private set; }

    public int BlocksDown { get; private set; }

    /// <summary>How many blocks a row has that hold pixels.</summary>
    public int UsedAcross { get; private set; }

    public int UsedDown { get; private set; }

    /// <summary>The coefficients of all blocks, row by row; in a block in the order of the file.</summary>
    public short[] Coefficients { get; private set; } = [];

    /// <summary>The table as it stood at the first scan; B.2.4.1 lets later ones replace it.</summary>
    public ushort[]? Quantization { get; set; }

    /// <summary>The DC coefficient of the block before.</summary>
    public int Prediction { get; set; }

    public Span<short> Block(int column, int row) =>
        Coefficients.AsSpan(((row * BlocksAcross) + column) * JpegZigZag.Length, JpegZigZag.Length);

    /// <summary>A.1.1 and A.2: how many blocks there are.</summary>
    public void Lay(JpegFrame frame)
    {
        BlocksAcross = frame.UnitsAcross * Horizontal;
        BlocksDown = frame.UnitsDown * Vertical;
        UsedAcross = Blocks(frame.Width, Horizontal, frame.MaxHorizontal);
        UsedDown = Blocks(frame.Height, Vertical, frame.MaxVertical);
    }

    public void Allocate() => Coefficients = new short[BlocksAcross * BlocksDown * JpegZigZag.Length];

    private static int Blocks(int pixels, int sampling, int maxSampling) =>
        JpegFrame.DivideUp(JpegFrame.DivideUp(pixels * sampling, maxSampling), 8);
}
