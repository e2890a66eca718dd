using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Terminal;

namespace PromptDsl.Cli.Files;

/// <summary>Finds the files that the arguments of a verb mean.</summary>
/// <param name="host">The process.</param>
/// <param name="excludesOf">What a configuration leaves out of a folder.</param>
/// <param name="sought">Which files are found without being named.</param>
internal sealed class SourceFiles(IHost host, Func<string, IgnoreFile?> excludesOf, SoughtFiles sought)
{
    public const string StandardInput = "-";

    // Folders that hold what other tools fetched or made, whether or not a repository says so.
    private static readonly string[] SkippedFolders = ["dist", "node_modules"];

    /// <summary>The files in order, each once.</summary>
    /// <exception cref="UsageException">A path does not exist, or there is no file at all.</exception>
    public List<SourceFile> Find(IReadOnlyList<string> paths, string? standardInputName)
    {
        var files = new SortedDictionary<string, SourceFile>(StringComparer.Ordinal);
        foreach (string path in paths.Count > 0 ? paths : ["."])
        {
            int before = files.Count;
            foreach (SourceFile file in FindOne(path, standardInputName))
            {
                host.Cancellation.ThrowIfCancellationRequested();
                if (!files.TryAdd(file.AbsolutePath, file) && file.IsNamed)
                {
                    files[file.AbsolutePath] = file;
                }
            }

            if (files.Count == before && GlobPattern.IsPattern(path) && !Path.Exists(Absolute(path)))
            {
                throw new UsageException($"no file fits the pattern `{path}`");
            }
        }

        return files.Count > 0
            ? [.. files.Values]
            : throw new UsageException(
                $"there is no {string.Join(" or ", sought.InFolders)} file in {string.Join(", ", paths.Count > 0 ? paths : ["."])}",
                $"Folders are searched for {string.Join(", ", sought.InFolders.Select(e => "*" + e))}; ignored and hidden ones are left out. Name a file to use it anyway."
            );
    }

    /// <summary>The files at a path in order; none when there is nothing.</summary>
    public IReadOnlyList<SourceFile> FindExisting(string path) =>
        Path.Exists(Absolute(path)) || GlobPattern.IsPattern(path)
            ? [.. FindOne(path, standardInputName: null).OrderBy(f => f.AbsolutePath, StringComparer.Ordinal)]
            : [];

    private IEnumerable<SourceFile> FindOne(string path, string? standardInputName)
    {
        if (path == StandardInput)
        {
            string name = standardInputName ?? "<stdin>";
            return [new SourceFile(Absolute(name), name.Replace('\\', '/'), IsStandardInput: true, IsNamed: true)];
        }

        if (path.Length == 0)
        {
            throw new UsageException("a path is empty", "Leave it out to mean the current folder.");
        }

        string absolute = Absolute(path);
        if (Directory.Exists(absolute))
        {
            return Walk(absolute);
        }

        if (GlobPattern.IsPattern(path) && !Path.Exists(absolute))
        {
            return Expand(path);
        }

        return Path.Exists(absolute) || new FileInfo(absolute).LinkTarget is not null
            ? [File(absolute) with { IsNamed = true }]
            : throw new UsageException($"`{path}` does not exist");
    }

    private IEnumerable<SourceFile> Walk(string folder) =>
        Walk(folder, IgnoreFile.For(folder), excludesOf(folder), sought.Fits).Select(File);

    private IEnumerable<string> Walk(
        string folder,
        IgnoreFile? ignores,
        IgnoreFile? excludes,
        Func<string, bool> isWanted
    )
    {
        host.Cancellation.ThrowIfCancellationRequested();
        foreach (FileSystemInfo entry in EntriesOf(folder))
        {
            bool isFolder = entry.Attributes.HasFlag(FileAttributes.Directory);
            if (
                entry.Name.StartsWith('.')
                || ignores?.Ignores(entry.FullName, isFolder) == true
                || excludes?.Ignores(entry.FullName, isFolder) == true
            )
            {
                continue;
            }

            if (!isFolder)
            {
                if (isWanted(entry.Name))
                {
                    yield return entry.FullName;
                }
            }
            else if (entry.LinkTarget is null && !SkippedFolders.Contains(entry.Name, StringComparer.Ordinal))
            {
                // A link to a folder may lead back to where it stands.
                foreach (
                    string file in Walk(entry.FullName, IgnoreFile.Enter(ignores, entry.FullName), excludes, isWanted)
                )
                {
                    yield return file;
                }
            }
        }
    }

    private IEnumerable<FileSystemInfo> EntriesOf(string folder)
    {
        try
        {
            return new DirectoryInfo(folder).GetFileSystemInfos();
        }
        catch (UnauthorizedAccessException)
        {
            host.Error.WriteLine($"warning: {DisplayPath(folder)} may not be read and is left out");
            return [];
        }
    }

    private IEnumerable<SourceFile> Expand(string pattern)
    {
        string[] segments = pattern.Replace('\\', '/').Split('/');
        int literal = Array.FindIndex(segments, GlobPattern.IsPattern);
        string start = string.Join('/', segments[..literal]);
        string folder = Absolute(literal > 0 ? start + "/" : ".");
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var glob = new GlobPattern(string.Join('/', segments[literal..]));
        return Walk(folder, IgnoreFile.For(folder), excludesOf(folder), n => sought.Fits(n, pattern))
            .Where(f => glob.Matches(Path.GetRelativePath(folder, f).Replace('\\', '/')))
            .Select(File);
    }

    private SourceFile File(string absolute) =>
        new(absolute, DisplayPath(absolute), IsStandardInput: false, IsNamed: false);

    private string Absolute(string path) =>
        Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, host.WorkingDirectory));

    private string DisplayPath(string absolute) => DisplayPaths.Of(absolute, host.WorkingDirectory);
}
