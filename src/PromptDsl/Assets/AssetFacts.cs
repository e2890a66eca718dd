using PromptDsl.Assets.Formats;
using PromptDsl.Values;

namespace PromptDsl.Assets;

/// <summary>What is known of a picture file. What could not be found out is null.</summary>
/// <param name="Format">The format of the bytes.</param>
/// <param name="Bytes">The length of the file.</param>
/// <param name="Size">Width × height in pixels, as the picture is shown: after the orientation that a JPEG states.</param>
public sealed record AssetFacts(AssetFormat Format, long Bytes, ImageSize? Size)
{
    /// <summary>How a JPEG is turned to be shown, by the numbers of Exif: 1, upright, to 8.</summary>
    public int Orientation { get; init; } = ExifOrientation.Upright;

    /// <summary>Whether it has more than one frame.</summary>
    public bool? IsAnimated { get; init; }

    /// <summary>Whether its pixels can be transparent.</summary>
    public bool? HasAlpha { get; init; }

    /// <summary>Whether some pixels are fully transparent; known for PNG, and false where none can be.</summary>
    public bool? HasTransparentPixels { get; init; }

    /// <summary>The SHA-256 of the bytes, in lower-case hexadecimal.</summary>
    public string? Sha256 { get; init; }

    /// <summary>What is wrong with the file, as a clause: "its header ends after 12 bytes".</summary>
    public string? Problem { get; init; }
}
