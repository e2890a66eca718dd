using System.Collections.Immutable;
using PromptDsl.Tests.Infrastructure;
using PromptDsl.Text;

namespace PromptDsl.Tests.Diagnostics;

/// <summary>A file of a page with the files and values that it is compiled with.</summary>
internal sealed record PageCase(SourceText Source, InMemoryFiles Files, ImmutableArray<ParameterBinding> Parameters)
{
    public const string MainPath = "main.imgp";

    public CompilationResult Compile() => Compile(Source);

    /// <summary>Compiles another text in the place of the file.</summary>
    public CompilationResult Compile(SourceText source) =>
        new PromptCompiler(Files).Compile(source, new CompilerOptions { Parameters = Parameters });

    public static PageCase Of(string text) => new(SourceText.FromString(text, MainPath), new InMemoryFiles(), []);
}
