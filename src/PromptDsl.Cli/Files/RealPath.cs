namespace PromptDsl.Cli.Files;

/// <summary>Follows the links in every part of a path, not only in the last.</summary>
internal static class RealPath
{
    private const int MaxLinks = 40;

    /// <summary>The path without links; parts that do not exist stay as they are.</summary>
    /// <exception cref="IOException">The links form a circle.</exception>
    public static string Of(string absolutePath)
    {
        int links = 0;
        return Resolve(absolutePath, ref links);
    }

    /// <summary>Whether a path, its links followed, lies in a folder.</summary>
    public static bool IsInside(string absolutePath, string folder)
    {
        string relative = Path.GetRelativePath(Of(folder), Of(absolutePath));
        return relative != ".."
            && !relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            && !Path.IsPathRooted(relative);
    }

    private static string Resolve(string path, ref int links)
    {
        string? parent = Path.GetDirectoryName(path);
        if (parent is null)
        {
            return path;
        }

        string real = Path.Combine(Resolve(parent, ref links), Path.GetFileName(path));
        string? target = new FileInfo(real).LinkTarget;
        if (target is null)
        {
            return real;
        }

        if (++links > MaxLinks)
        {
            throw new IOException($"too many links at {path}");
        }

        string absolute = Path.GetFullPath(target, Path.GetDirectoryName(real) ?? real);
        return Resolve(absolute, ref links);
    }
}
