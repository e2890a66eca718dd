using PromptDsl.Text;

namespace PromptDsl.Tests.Infrastructure;

/// <summary>Files in memory, by their logical path.</summary>
internal sealed class MemoryResolver(IReadOnlyDictionary<string, string> files) : ISourceResolver
{
    /// <summary>The <c>.imgp</c> files of a folder and its subfolders, with the line ends that are asked for.</summary>
    public static MemoryResolver FromFolder(string folder, string lineEnd = "\n") =>
        new(
            Directory
                .EnumerateFiles(folder, "*.imgp", SearchOption.AllDirectories)
                .ToDictionary(
                    file => Path.GetRelativePath(folder, file).Replace('\\', '/'),
                    file => File.ReadAllText(file).ReplaceLineEndings(lineEnd),
                    StringComparer.Ordinal
                )
        );

    /// <summary>The paths of the files, in order.</summary>
    public IEnumerable<string> Paths => files.Keys.Order(StringComparer.Ordinal);

    public SourceText Read(string path) => SourceText.FromString(files[path], path);

    public SourceResolution Resolve(string path) =>
        files.ContainsKey(path) ? SourceResolution.Found(Read(path)) : SourceResolution.NotFound;
}
