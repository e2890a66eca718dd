namespace PromptDsl.Pictures;

/// <summary>At how many points a JPEG stores colour.</summary>
public enum ChromaSampling
{
    /// <summary>At every pixel, 4:4:4.</summary>
    Full,

    /// <summary>At every second pixel in both directions, 4:2:0.</summary>
    Half,
}
