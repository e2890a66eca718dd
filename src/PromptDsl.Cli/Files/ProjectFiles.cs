using PromptDsl.Text;

namespace PromptDsl.Cli.Files;

/// <summary>The files of a project on disk, by logical path; each is read once.</summary>
internal sealed class ProjectFiles(ProjectRoot root) : ISourceResolver
{
    private readonly Dictionary<string, SourceResolution> _read = new(StringComparer.Ordinal);

    public ProjectRoot Root { get; } = root;

    /// <summary>Whether a file has been brought in by another one.</summary>
    public bool IsUsed(string path) => _read.ContainsKey(path);

    public SourceResolution Resolve(string path)
    {
        if (!_read.TryGetValue(path, out SourceResolution? resolution))
        {
            resolution = Read(path);
            _read.Add(path, resolution);
        }

        return resolution;
    }

    private SourceResolution Read(string path)
    {
        string absolute = Root.AbsolutePath(path);
        try
        {
            if (!RealPath.IsInside(absolute, Root.Folder))
            {
                return SourceResolution.OutsideRoot;
            }

            return Path.Exists(absolute)
                ? SourceResolution.Found(SourceText.FromBytes(BoundedFile.Read(absolute), path))
                : SourceResolution.NotFound;
        }
        catch (Exception e) when (BoundedFile.Explain(e) is { } reason)
        {
            return e is FileNotFoundException or DirectoryNotFoundException
                ? SourceResolution.NotFound
                : SourceResolution.Unreadable(reason);
        }
    }
}
