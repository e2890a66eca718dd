using PromptDsl.Semantics;

namespace PromptDsl.Cli.Files;

/// <summary>A file and what became of it.</summary>
internal sealed record CompiledSource(LoadedSource Source, CompilerOptions Options, CompilationResult Result)
{
    /// <summary>The logical paths of the files and pictures that it asked for.</summary>
    public IReadOnlySet<string> Uses { get; init; } = new HashSet<string>();

    /// <summary>
    /// Whether it is a template that lies in a folder with the files that use it: it lacks nothing
    /// but values for its parameters, and those it gets through them.
    /// </summary>
    public bool IsTemplate =>
        !Source.File.IsNamed
        && Result.Role == FileRole.Template
        && Result.Diagnostics.All(d => !d.IsError || ParameterDiagnostics.IsUnbound(d))
        && Source.Project.Files.IsUsed(Source.Text.Path);
}
