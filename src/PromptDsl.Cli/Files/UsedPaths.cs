using PromptDsl.Assets;

namespace PromptDsl.Cli.Files;

/// <summary>Takes down which files and pictures the compilation of one file asks for.</summary>
internal sealed class UsedPaths(ISourceResolver files, IAssetInspector assets) : ISourceResolver, IAssetInspector
{
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);

    /// <summary>The logical paths.</summary>
    public IReadOnlySet<string> All => _paths;

    public SourceResolution Resolve(string path)
    {
        _paths.Add(path);
        return files.Resolve(path);
    }

    public AssetFacts? Inspect(string path)
    {
        _paths.Add(path);
        return assets.Inspect(path);
    }
}
