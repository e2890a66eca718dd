namespace PromptDsl.Cli.Versions;

/// <summary>
/// A copy of what the compiler reads of a commit, in a folder that lives as long as the comparison:
/// sources find what they use, and their configuration, as they were then.
/// </summary>
internal sealed class RevisionFolder : IDisposable
{
    // What sources use and what steers the compiler; pictures are not looked at.
    private static readonly string[] Extensions = [".imgp", ".yaml", ".yml", ".hbs", ".handlebars", ".gitignore"];

    // What is larger is refused by the compiler long before.
    private const long MaxBytes = 16 * 1024 * 1024;

    private RevisionFolder(string path)
    {
        Path = path;
    }

    /// <summary>The absolute path of the copy of the repository.</summary>
    public string Path { get; }

    public static RevisionFolder Create(GitRepository repository, string commit)
    {
        var folder = new RevisionFolder(Directory.CreateTempSubdirectory("promptc-diff-").FullName);
        try
        {
            folder.Fill(repository, commit);
            return folder;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private void Fill(GitRepository repository, string commit)
    {
        // The mark of a repository, so that the root of a project is where it was.
        Directory.CreateDirectory(System.IO.Path.Combine(Path, ".git"));
        Directory.CreateDirectory(System.IO.Path.Combine(Path, repository.Prefix));
        var links = new List<(string Path, string Target)>();
        repository.Read(
            repository.List(commit).Where(IsRead),
            (entry, content) =>
            {
                string target = System.IO.Path.GetFullPath(System.IO.Path.Combine(Path, entry.Path));
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

    private static bool IsRead(GitEntry entry) =>
        entry.Size <= MaxBytes
        && (entry.IsLink || Extensions.Any(e => entry.Path.EndsWith(e, StringComparison.Ordinal)));
}
