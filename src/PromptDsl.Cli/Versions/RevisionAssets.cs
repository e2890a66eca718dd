using PromptDsl.Assets;
using PromptDsl.Cli.Files;

namespace PromptDsl.Cli.Versions;

/// <summary>The pictures of a project as they were in a revision.</summary>
internal sealed class RevisionAssets(RevisionFolder folder, ProjectRoot root) : IAssetInspector
{
    public AssetFacts? Inspect(string path) => folder.Inspect(root.AbsolutePath(path));
}
