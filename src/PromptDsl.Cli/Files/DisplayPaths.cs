namespace PromptDsl.Cli.Files;

/// <summary>Paths as people should see them, with <c>/</c> on every system.</summary>
internal static class DisplayPaths
{
    /// <summary>Relative to a folder, unless that would only climb up: then the absolute path is easier to read.</summary>
    public static string Of(string absolutePath, string folder)
    {
        string relative = Path.GetRelativePath(folder, absolutePath);
        bool climbs = relative.StartsWith("..", StringComparison.Ordinal) && relative.Length > absolutePath.Length;
        return (climbs ? absolutePath : relative).Replace('\\', '/');
    }
}
