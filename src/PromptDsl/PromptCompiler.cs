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
        _ = options;
        var tree = SyntaxTree.Parse(source);
        return new CompilationResult(tree, tree.Diagnostics, []);
    }
}
