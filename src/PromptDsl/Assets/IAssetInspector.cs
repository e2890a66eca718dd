namespace PromptDsl.Assets;

/// <summary>Looks at the picture files that a file names. Paths are logical, as for <see cref="ISourceResolver"/>.</summary>
public interface IAssetInspector
{
    /// <summary>What is known of the file, or null when there is no such file.</summary>
    AssetFacts? Inspect(string path);
}
