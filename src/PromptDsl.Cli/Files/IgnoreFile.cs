namespace PromptDsl.Cli.Files;

/// <summary>The rules of one folder, and what lies above them.</summary>
/// <param name="Folder">The absolute path that the rules are relative to.</param>
/// <param name="Rules">In the order of the file; the last one that fits decides.</param>
/// <param name="Parent">The rules of the folder above, asked when none of these fits.</param>
internal sealed record IgnoreFile(string Folder, IReadOnlyList<IgnoreRule> Rules, IgnoreFile? Parent)
{
    private const string FileName = ".gitignore";

    /// <summary>The rules in force in a folder: its own and those up to the repository that holds it.</summary>
    public static IgnoreFile? For(string folder)
    {
        string? repository = ProjectRoot.FindRepository(folder);
        if (repository is null)
        {
            return Enter(null, folder);
        }

        string? parent = folder == repository ? null : Path.GetDirectoryName(folder);
        return Enter(parent is null ? null : For(parent), folder);
    }

    /// <summary>The rules in force in a folder inside one whose rules are known.</summary>
    public static IgnoreFile? Enter(IgnoreFile? outside, string folder)
    {
        try
        {
            string path = Path.Combine(folder, FileName);
            return File.Exists(path) ? new IgnoreFile(folder, Read(path), outside) : outside;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return outside;
        }
    }

    /// <summary>Rules given in another place, such as the configuration.</summary>
    public static IgnoreFile Of(string folder, IEnumerable<string> lines) => new(folder, Parse(lines), null);

    /// <summary>Whether a file or folder is ignored; folders above it are taken as looked at before.</summary>
    public bool Ignores(string path, bool isFolder)
    {
        string relative = Path.GetRelativePath(Folder, path).Replace('\\', '/');
        for (int i = Rules.Count - 1; i >= 0; i--)
        {
            if ((isFolder || !Rules[i].FoldersOnly) && Rules[i].Pattern.Matches(relative))
            {
                return !Rules[i].IsNegated;
            }
        }

        return Parent?.Ignores(path, isFolder) ?? false;
    }

    private static List<IgnoreRule> Read(string path) => Parse(File.ReadLines(path));

    private static List<IgnoreRule> Parse(IEnumerable<string> lines) =>
        [.. lines.Select(IgnoreRule.Parse).OfType<IgnoreRule>()];
}
