using PromptDsl.Text;

namespace PromptDsl.Tests.Infrastructure;

/// <summary>The files of a folder, read into memory.</summary>
internal static class FilesOfFolder
{
    /// <summary>The <c>.imgp</c> files of a folder and its subfolders, with the line ends that are asked for.</summary>
    public static MemoryFiles Read(string folder, string lineEnd = "\n")
    {
        var files = new MemoryFiles();
        foreach (string file in Directory.EnumerateFiles(folder, "*.imgp", SearchOption.AllDirectories))
        {
            string path = Path.GetRelativePath(folder, file).Replace('\\', '/');
            files[path] = File.ReadAllText(file).ReplaceLineEndings(lineEnd);
        }

        return files;
    }

    /// <summary>The text of a file that is there.</summary>
    public static SourceText Read(this MemoryFiles files, string path) => files.Resolve(path).Source!;
}
