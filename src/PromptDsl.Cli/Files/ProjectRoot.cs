namespace PromptDsl.Cli.Files;

/// <summary>
/// The folder that a file may reach with <c>use</c>: that of the nearest <c>promptc.yaml</c>, else
/// the repository, else the file's own.
/// </summary>
internal sealed class ProjectRoot
{
    public const string ConfigurationFile = "promptc.yaml";

    private ProjectRoot(string folder, bool isProject)
    {
        Folder = folder;
        IsProject = isProject;
    }

    /// <summary>The absolute path.</summary>
    public string Folder { get; }

    /// <summary>Whether a configuration or a repository makes it more than a folder with a file in it.</summary>
    public bool IsProject { get; }

    /// <summary>The root for files in a folder.</summary>
    public static ProjectRoot Of(string folder)
    {
        string? root =
            FindUpwards(folder, f => File.Exists(Path.Combine(f, ConfigurationFile))) ?? FindRepository(folder);
        return new ProjectRoot(root ?? folder, root is not null);
    }

    /// <summary>The repository that holds a folder; in a work tree <c>.git</c> is a file.</summary>
    public static string? FindRepository(string folder) =>
        FindUpwards(folder, f => Path.Exists(Path.Combine(f, ".git")));

    /// <summary>The nearest folder, the given one first, with a property.</summary>
    public static string? FindUpwards(string folder, Func<string, bool> fits)
    {
        for (string? current = folder; current is not null; current = Path.GetDirectoryName(current))
        {
            if (fits(current))
            {
                return current;
            }
        }

        return null;
    }

    /// <summary>The path of a file in it as the language knows it: relative, with <c>/</c>.</summary>
    public string LogicalPath(string absolutePath) => Path.GetRelativePath(Folder, absolutePath).Replace('\\', '/');

    /// <summary>The path on disk of a logical path.</summary>
    public string AbsolutePath(string logicalPath) => Path.GetFullPath(Path.Combine(Folder, logicalPath));
}
