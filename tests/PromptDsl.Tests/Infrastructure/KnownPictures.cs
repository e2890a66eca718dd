using PromptDsl.Assets;
using PromptDsl.Values;

namespace PromptDsl.Tests.Infrastructure;

/// <summary>A project whose only pictures are these.</summary>
internal sealed class KnownPictures(IReadOnlyDictionary<string, AssetFacts> files) : IAssetInspector
{
    /// <summary>How often somebody asked.</summary>
    public int Questions { get; private set; }

    /// <summary>Sound pictures of 1024x1024; each is what its name says, and a PNG is transparent in places.</summary>
    public static KnownPictures Of(params IEnumerable<string> paths) => new(paths.ToDictionary(p => p, Sound));

    public static AssetFacts Sound(string path) =>
        path.EndsWith(".png", StringComparison.Ordinal)
            ? new AssetFacts(AssetFormat.Png, 100_000, new ImageSize(1024, 1024))
            {
                HasAlpha = true,
                HasTransparentPixels = true,
            }
            : new AssetFacts(AssetFormat.Jpeg, 100_000, new ImageSize(1024, 1024));

    public AssetFacts? Inspect(string path)
    {
        Questions++;
        return files.GetValueOrDefault(path);
    }
}
