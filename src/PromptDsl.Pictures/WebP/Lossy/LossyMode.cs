namespace PromptDsl.Pictures.WebP.Lossy;

/// <summary>How a block or a subblock is foretold, RFC 6386 12; the order is that of the probabilities.</summary>
internal enum LossyMode : byte
{
    /// <summary>The mean of the edges.</summary>
    Mean,

    /// <summary>The edges' gradient.</summary>
    TrueMotion,
    Vertical,
    Horizontal,

    /// <summary>Of subblocks only, as all that follow.</summary>
    RightDown,
    VerticalRight,
    LeftDown,
    VerticalLeft,
    HorizontalDown,
    HorizontalUp,
}
