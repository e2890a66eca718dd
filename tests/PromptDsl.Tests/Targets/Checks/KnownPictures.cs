using PromptDsl.Assets;

namespace PromptDsl.Tests.Targets.Checks;

/// <summary>A project whose only pictures are these.</summary>
internal sealed class KnownPictures(IReadOnlyDictionary<string, AssetFacts> files) : IAssetInspector
{
    /// <summary>How often somebody asked.</summary>
    public int Questions { get; private set; }

    public AssetFacts? Inspect(string path)
    {
        Questions++;
        return files.GetValueOrDefault(path);
    }
}
