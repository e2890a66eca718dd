using PromptDsl.Diagnostics;
using PromptDsl.Semantics;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl;

/// <summary>Compiles <c>.imgp</c> files into prompt text and API requests.</summary>
public sealed class PromptCompiler(ISourceResolver resolver)
{
    /// <summary>Where imported files come from.</summary>
    public ISourceResolver Resolver { get; } = resolver;

    /// <summary>Compiles a file. Never throws for what the file says: findings are in the result.</summary>
    public CompilationResult Compile(SourceText source, CompilerOptions? options = null)
    {
        var diagnostics = new DiagnosticBag();
        var tree = SyntaxTree.Parse(source);
        diagnostics.AddRange(tree.Diagnostics);
        BoundFile bound = new Binder(Resolver, options ?? CompilerOptions.Default, diagnostics).Bind(tree);
        _ = bound;
        return new CompilationResult(tree, diagnostics.ToSorted(), []);
    }
}
