using PromptDsl.Assets.Formats;
using PromptDsl.Values;

namespace PromptDsl.Assets;

/// <summary>What has been found out so far; it stays when the rest of a file turns out to be broken.</summary>
internal sealed class AssetFindings
{
    public AssetFormat Format { get; set; }

    public ImageSize? Size { get; set; }

    public int Orientation { get; set; } = ExifOrientation.Upright;

    public bool? IsAnimated { get; set; }

    public bool? HasAlpha { get; set; }

    public bool? HasTransparentPixels { get; set; }
}
