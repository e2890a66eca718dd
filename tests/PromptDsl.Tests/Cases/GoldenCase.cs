using PromptDsl.Compilation;
using PromptDsl.Formatting;
using PromptDsl.Tests.Infrastructure;
using PromptDsl.Text;

namespace PromptDsl.Tests.Cases;

/// <summary>A folder with a file and its expected twins.</summary>
internal sealed class GoldenCase(string name)
{
    private const string Input = "input.imgp";

    /// <summary>Where all cases are.</summary>
    public static string Root { get; } = Path.Combine(RepositoryRoot.Path, "tests", "PromptDsl.Tests", "Cases");

    public static IEnumerable<string> Names =>
        Directory
            .EnumerateFiles(Root, Input, SearchOption.AllDirectories)
            .Select(file => Path.GetFileName(Path.GetDirectoryName(file)!))
            .Order(StringComparer.Ordinal);

    public string Name { get; } = name;

    public string Folder { get; } = Path.Combine(Root, name);

    /// <summary>Compiles the case with one kind of line end in all of its files.</summary>
    public CompilationResult Compile(string lineEnd)
    {
        MemoryFiles files = FilesOfFolder.Read(Folder, lineEnd);
        SourceText source = files.Read(Input);
        return new PromptCompiler(files).Compile(source, CaseOptions.Read(source.Text));
    }

    /// <summary>The twins as they should be, by file name.</summary>
    public static SortedDictionary<string, string> Twins(CompilationResult result)
    {
        var twins = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["tree.txt"] = TreeTwin.Write(result.Tree),
        };
        if (!result.Diagnostics.IsEmpty)
        {
            twins["diagnostics.txt"] = DiagnosticsTwin.Write(result);
        }

        FormatResult formatted = Formatter.Format(result.Tree);
        if (formatted.IsFormattable)
        {
            twins["formatted.imgp"] = formatted.Text;
        }

        foreach (CompiledBuild build in result.Builds)
        {
            foreach (CompiledStage stage in build.Stages)
            {
                twins[$"prompt{Part(build.Name)}{Part(stage.Name)}.txt"] = stage.Prompt.Text + "\n";
            }
        }

        if (!result.Builds.IsEmpty)
        {
            twins["requests.json"] = RequestsTwin.Write(result.Builds);
            twins["map.txt"] = MapTwin.Write(result.Builds);
        }

        return twins;
    }

    /// <summary>The twins that are there.</summary>
    public SortedDictionary<string, string> ReadTwins() =>
        new(
            Directory
                .EnumerateFiles(Folder)
                .Where(IsTwin)
                .ToDictionary(file => Path.GetFileName(file), file => File.ReadAllText(file)),
            StringComparer.Ordinal
        );

    /// <summary>Writes the twins, and removes those that are no longer made.</summary>
    public void WriteTwins(IReadOnlyDictionary<string, string> twins)
    {
        foreach (string file in Directory.EnumerateFiles(Folder).Where(IsTwin).ToList())
        {
            File.Delete(file);
        }

        foreach ((string file, string text) in twins)
        {
            File.WriteAllText(Path.Combine(Folder, file), text);
        }
    }

    private static bool IsTwin(string file) =>
        Path.GetFileName(file) is "formatted.imgp" || Path.GetExtension(file) is ".txt" or ".json";

    private static string Part(string name) => name.Length == 0 ? "" : $".{name}";
}
