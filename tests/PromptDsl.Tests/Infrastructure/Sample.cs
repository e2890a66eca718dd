using PromptDsl.Tests.Cases;
using PromptDsl.Text;

namespace PromptDsl.Tests.Infrastructure;

/// <summary>A file with those that it uses and what is said from outside.</summary>
/// <param name="Path">The logical path of the file.</param>
/// <param name="Files">The files that it may use, itself among them.</param>
/// <param name="Options">What is said from outside.</param>
internal sealed record Sample(string Path, MemoryFiles Files, CompilerOptions Options)
{
    private static readonly Lazy<IReadOnlyList<Sample>> EverySample = new(() => [.. Examples(), .. Cases()]);

    /// <summary>Every example and every file of every case.</summary>
    public static IReadOnlyList<Sample> All => EverySample.Value;

    public string Text => Files.Read(Path).Text;

    /// <summary>A program of one file that uses no other.</summary>
    public static Sample Of(string text, CompilerOptions? options = null) =>
        new("input.imgp", new MemoryFiles { ["input.imgp"] = text }, options ?? CompilerOptions.Default);

    public CompilationResult Compile() => Compile(Files.Read(Path));

    /// <summary>Compiles another text in the place of the file.</summary>
    public CompilationResult Compile(string text) => Compile(SourceText.FromString(text, Path));

    /// <summary>Compiles another text in the place of the file.</summary>
    public CompilationResult Compile(SourceText source) => new PromptCompiler(Files).Compile(source, Options);

    public override string ToString() => Path;

    private static IEnumerable<Sample> Examples()
    {
        var files = FilesOfFolder.Read(System.IO.Path.Combine(RepositoryRoot.Path, "examples"));
        return files.Paths.Select(path => new Sample(path, files, CompilerOptions.Default));
    }

    private static IEnumerable<Sample> Cases() =>
        from name in GoldenCase.Names
        let files = FilesOfFolder.Read(new GoldenCase(name).Folder)
        from path in files.Paths.Where(p => p != "formatted.imgp")
        select new Sample(path, files, CaseOptions.Read(files.Read(path).Text));
}
