using System.Collections.Immutable;
using PromptDsl.Text;

namespace PromptDsl.Tests.Diagnostics;

/// <summary>A file of a page with the files and values that it is compiled with.</summary>
internal sealed record PageCase(SourceText Source, MemoryFiles Files, ImmutableArray<ParameterBinding> Parameters)
{
    public const string MainPath = "main.imgp";

    /// <summary>Whether the file is locked rather than compared with the lock of the page.</summary>
    public bool IsLocked { get; init; }

    public CompilationResult Compile() => Compile(Source);

    /// <summary>Compiles another text in the place of the file.</summary>
    public CompilationResult Compile(SourceText source) =>
        PageLock.Apply(
            this,
            new CompilerOptions { Parameters = Parameters },
            o => new PromptCompiler(Files).Compile(source, o)
        );

    public static PageCase Of(string text) => new(SourceText.FromString(text, MainPath), new MemoryFiles(), []);
}
