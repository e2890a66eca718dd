using System.Collections.Immutable;
using PromptDsl.Compilation;
using PromptDsl.Diagnostics;
using PromptDsl.Semantics;
using PromptDsl.Syntax;

namespace PromptDsl;

/// <summary>What became of a file.</summary>
/// <param name="Tree">The tree of the file itself.</param>
/// <param name="Role">Whether the file describes a picture, or serves other files.</param>
/// <param name="Diagnostics">Findings in the file and in the files it uses, by place.</param>
/// <param name="Builds">One for each combination of what varies; none when there are errors, or nothing to send.</param>
public sealed record CompilationResult(
    SyntaxTree Tree,
    FileRole Role,
    ImmutableArray<Diagnostic> Diagnostics,
    ImmutableArray<CompiledBuild> Builds
)
{
    public bool Succeeded => !Diagnostics.Any(d => d.IsError);
}
