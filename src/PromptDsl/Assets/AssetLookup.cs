namespace PromptDsl.Assets;

/// <summary>Asks an inspector about each file once.</summary>
internal sealed class AssetLookup(IAssetInspector? inspector)
{
    private readonly Dictionary<string, AssetFacts?> _known = new(StringComparer.Ordinal);

    /// <summary>What is known of the file; null when there is none, or when nobody looks.</summary>
    public AssetFacts? Find(string path)
    {
        if (!_known.TryGetValue(path, out AssetFacts? facts))
        {
            facts = inspector?.Inspect(path);
            _known.Add(path, facts);
        }

        return facts;
    }

    /// <summary>Whether somebody looked and there is no such file.</summary>
    public bool IsMissing(string path) => inspector is not null && Find(path) is null;
}
