using System.Collections.Concurrent;
using PromptDsl.Assets;

namespace PromptDsl.Cli.Files;

/// <summary>The pictures of a project on disk, by logical path; each is looked at once. Safe to use from several threads.</summary>
internal sealed class DiskAssetInspector(ProjectRoot root) : IAssetInspector
{
    private readonly ConcurrentDictionary<string, AssetFacts?> _known = new(StringComparer.Ordinal);

    public AssetFacts? Inspect(string path) => _known.GetOrAdd(path, p => Read(root.AbsolutePath(p)));

    private AssetFacts? Read(string absolute)
    {
        try
        {
            if (!RealPath.IsInside(absolute, root.Folder))
            {
                return Unreadable("it is reached through a link that leaves the project");
            }

            if (!Path.Exists(absolute))
            {
                return null;
            }

            using FileStream stream = BoundedFile.OpenRead(absolute);
            return stream.CanSeek ? AssetReader.Read(stream, stream.Length) : Unreadable("it is not a regular file");
        }
        catch (Exception e) when (BoundedFile.Explain(e) is { } reason)
        {
            return e is FileNotFoundException or DirectoryNotFoundException ? null : Unreadable($"it {reason}");
        }
    }

    private static AssetFacts Unreadable(string problem) => new(AssetFormat.Unknown, 0, null) { Problem = problem };
}
