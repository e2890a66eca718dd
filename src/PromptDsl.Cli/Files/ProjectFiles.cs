using System.Collections.Concurrent;
using PromptDsl.Text;

namespace PromptDsl.Cli.Files;

/// <summary>The files of a project on disk, by logical path; each is read once. Safe to use from several threads.</summary>
internal sealed class ProjectFiles(ProjectRoot root) : ISourceResolver
{
    private readonly ConcurrentDictionary<string, SourceResolution> _read = new(StringComparer.Ordinal);

    public ProjectRoot Root { get; } = root;

    /// <summary>Whether a file has been brought in by another one.</summary>
    public bool IsUsed(string path) => _read.ContainsKey(path);

    public SourceResolution Resolve(string path) => _read.GetOrAdd(path, Read);

    /// <summary>Takes a text in the place of the file, as if it had been written; only files that others use matter.</summary>
    public void Replace(SourceText text)
    {
        if (IsUsed(text.Path))
        {
            _read[text.Path] = SourceResolution.Found(text);
        }
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
