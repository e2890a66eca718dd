using System.Collections.Immutable;
using PromptDsl.Compilation;
using PromptDsl.Diagnostics;
using PromptDsl.Semantics;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl;

/// <summary>
/// Compiles <c>.imgp</c> files into prompt text and API requests: text → tree → model → document →
/// prompt → request. Safe to use from several threads when its resolver is.
/// </summary>
public sealed class PromptCompiler(ISourceResolver resolver)
{
    /// <summary>A compiler for files that use no others.</summary>
    public PromptCompiler()
        : this(new MemoryFiles()) { }

    /// <summary>Where imported files come from.</summary>
    public ISourceResolver Resolver { get; } = resolver;

    /// <summary>Compiles a file. Never throws for what the file says: findings are in the result.</summary>
    public CompilationResult Compile(SourceText source, CompilerOptions? options = null)
    {
        options ??= CompilerOptions.Default;
        var diagnostics = new DiagnosticBag();
        var tree = SyntaxTree.Parse(source);
        diagnostics.AddRange(tree.Diagnostics);
        BoundFile bound = new Binder(Resolver, options, diagnostics).Bind(tree);
        ImmutableArray<CompiledBuild> builds =
            bound.Role == FileRole.Picture ? CompileStages(bound, options, diagnostics) : [];
        return new CompilationResult(tree, bound.Role, diagnostics.ToSorted(), diagnostics.HasErrors ? [] : builds);
    }

    /// <summary>Compiles a text that uses no other files, or only those that the resolver knows.</summary>
    public CompilationResult Compile(string text, CompilerOptions? options = null) =>
        Compile(SourceText.FromString(text), options);

    private static ImmutableArray<CompiledBuild> CompileStages(
        BoundFile bound,
        CompilerOptions options,
        DiagnosticBag diagnostics
    )
    {
        var compiler = new StageCompiler(diagnostics, options);
        return [.. bound.Builds.Select(b => new CompiledBuild(b.Name, b.Bindings, b.Model, compiler.Compile(b.Model)))];
    }
}
