namespace PromptDsl.Pictures.WebP.Lossy;

/// <summary>What is known of a block of 16×16 pixels.</summary>
internal sealed class LossyBlock
{
    public int Segment { get; set; }

    /// <summary>Whether it is said to have no coefficients.</summary>
    public bool IsSkipped { get; set; }

    /// <summary>Whether each subblock has a mode of its own.</summary>
    public bool HasSubmodes { get; set; }

    /// <summary>The mode of brightness, unless subblocks have their own.</summary>
    public LossyMode Luma { get; set; }

    public LossyMode[] Submodes { get; } = new LossyMode[16];

    public LossyMode Chroma { get; set; }

    /// <summary>Whether it has a coefficient that is not 0.</summary>
    public bool HasCoefficients { get; set; }

    /// <summary>16 subblocks of brightness, 4 of each colour, 16 coefficients each.</summary>
    public short[] Coefficients { get; } = new short[24 * 16];
}
