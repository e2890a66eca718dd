using System.Collections.Immutable;
using PromptDsl.Assets;
using PromptDsl.Targets;
using PromptDsl.Text;

namespace PromptDsl.Tests.Diagnostics;

/// <summary>A file of a page with the files and values that it is compiled with.</summary>
internal sealed record PageCase(SourceText Source, MemoryFiles Files, ImmutableArray<ParameterBinding> Parameters)
{
    public const string MainPath = "main.imgp";

    /// <summary>The models that there are.</summary>
    public ModelCatalog Catalog { get; init; } = ModelCatalog.BuiltIn;

    /// <summary>The pictures that there are; null when nobody looks at pictures.</summary>
    public IAssetInspector? Pictures { get; init; }

    /// <summary>The code that the page is about, which may be off unless it is asked for.</summary>
    public string? Code { get; init; }

    public CompilationResult Compile() => Compile(Source);

    /// <summary>Compiles another text in the place of the file.</summary>
    public CompilationResult Compile(SourceText source) =>
        new PromptCompiler(Files).Compile(
            source,
            new CompilerOptions
            {
                Parameters = Parameters,
                AsOf = new DateOnly(2026, 11, 21),
                Catalog = Catalog,
                Assets = Pictures,
                Enabled = Code is null ? [] : [Code],
            }
        );

    public static PageCase Of(string text) => new(SourceText.FromString(text, MainPath), new MemoryFiles(), []);
}
