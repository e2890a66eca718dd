using PromptDsl.Comparison;
using PromptDsl.Comparison.Reports;
using PromptDsl.Tests.Infrastructure;

namespace PromptDsl.Tests.Comparison;

/// <summary>A folder with two versions of a file, the files that they use, and what changed.</summary>
internal sealed class ComparisonPair
{
    private static readonly string Root = Path.Combine(
        RepositoryRoot.Path,
        "tests",
        "PromptDsl.Tests",
        "Comparison",
        "Pairs"
    );

    private readonly MemoryFiles _files;
    private readonly string _folder;

    public ComparisonPair(string name)
    {
        _folder = Path.Combine(Root, name);
        _files = FilesOfFolder.Read(_folder);
    }

    public static IEnumerable<string> Names =>
        Directory.EnumerateDirectories(Root).Select(d => Path.GetFileName(d)).Order();

    public string Expected => File.ReadAllText(ExpectedPath);

    private string ExpectedPath => Path.Combine(_folder, "expected.txt");

    public void WriteExpected(string text) => File.WriteAllText(ExpectedPath, text);

    public PromptDiff Forwards() => Compare("before.imgp", "after.imgp");

    public PromptDiff Backwards() => Compare("after.imgp", "before.imgp");

    /// <summary>The changes as people read them, without the compiled text.</summary>
    public static string Show(PromptDiff diff)
    {
        var difference = new VersionDifference("before", "after", [new FileDifference("pair.imgp", "pair.imgp", diff)]);
        IEnumerable<MarkedLine> lines = new TextReport(showsText: false).Lines(difference);
        return string.Concat(lines.Select(l => l + "\n"));
    }

    private PromptDiff Compare(string before, string after)
    {
        var compiler = new PromptCompiler(_files);
        return new VersionComparer(compiler, compiler).Compare(
            _files.Read(before),
            CompilerOptions.Default,
            _files.Read(after),
            CompilerOptions.Default
        );
    }
}
