using PromptDsl.Assets;

namespace PromptDsl.Cli.Versions;

/// <summary>
/// A copy of what the compiler reads of a commit, in a folder that lives as long as the comparison:
/// sources find what they use, and their configuration, as they were then.
/// </summary>
internal sealed class RevisionFolder : IDisposable
{
    // What sources use and what steers the compiler; pictures are read when one is asked for.
    private static readonly string[] Extensions = [".imgp", ".yaml", ".yml", ".hbs", ".handlebars", ".gitignore"];

    // What is larger is refused by the compiler long before.
    private const long MaxBytes = 16 * 1024 * 1024;

    private readonly GitRepository _repository;
    private readonly Dictionary<string, GitEntry> _others = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AssetFacts?> _pictures = new(StringComparer.Ordinal);

    private RevisionFolder(string path, GitRepository repository)
    {
        Path = path;
        _repository = repository;
    }

    /// <summary>The absolute path of the copy of the repository.</summary>
    public string Path { get; }

    public static RevisionFolder Create(GitRepository repository, string commit)
    {
        var folder = new RevisionFolder(Directory.CreateTempSubdirectory("promptc-diff-").FullName, repository);
        try
        {
            folder.Fill(commit);
            return folder;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>Looks at a picture of the revision, which is not copied.</summary>
    /// <param name="absolute">The path that it would have in the copy.</param>
    /// <returns>What is known of it; null when there is none.</returns>
    public AssetFacts? Inspect(string absolute)
    {
        if (!_pictures.TryGetValue(absolute, out AssetFacts? facts))
        {
            if (_others.TryGetValue(absolute, out GitEntry? entry) && entry.Size <= AssetReader.MaxFileBytes)
            {
                _repository.Read(
                    [entry],
                    (_, content) =>
                    {
                        using var stream = new MemoryStream(content);
                        facts = AssetReader.Read(stream, content.Length);
                    }
                );
            }

            _pictures.Add(absolute, facts);
        }

        return facts;
    }

    private void Fill(string commit)
    {
        // The mark of a repository, so that the root of a project is where it was.
        Directory.CreateDirectory(System.IO.Path.Combine(Path, ".git"));
        Directory.CreateDirectory(System.IO.Path.Combine(Path, _repository.Prefix));
        var links = new List<(string Path, string Target)>();
        ILookup<bool, GitEntry> entries = _repository.List(commit).ToLookup(IsRead);
        foreach (GitEntry entry in entries[false])
        {
            _others[TargetOf(entry)] = entry;
        }

        _repository.Read(
            entries[true],
            (entry, content) =>
            {
                string target = TargetOf(entry);
                if (entry.IsLink)
                {
                    links.Add((target, System.Text.Encoding.UTF8.GetString(content)));
                    return;
                }

                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
                File.WriteAllBytes(target, content);
            }
        );

        // Links last: nothing is ever written through one.
        foreach ((string path, string target) in links)
        {
            if (!System.IO.Path.IsPathRooted(target) && !System.IO.Path.Exists(path))
            {
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
                File.CreateSymbolicLink(path, target);
            }
        }
    }

    private string TargetOf(GitEntry entry) => System.IO.Path.GetFullPath(System.IO.Path.Combine(Path, entry.Path));

    private static bool IsRead(GitEntry entry) =>
        entry.Size <= MaxBytes
        && (entry.IsLink || Extensions.Any(e => entry.Path.EndsWith(e, StringComparison.Ordinal)));
}
