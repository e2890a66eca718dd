namespace PromptDsl.Assets;

/// <summary>The format of a picture file, read from its bytes and not from its name.</summary>
public enum AssetFormat
{
    /// <summary>None of the formats that are read.</summary>
    Unknown,
    Png,
    Jpeg,
    WebP,
    Gif,
}
