namespace PromptDsl.Runtime.Execution;

/// <summary>A compiled file that takes part in a run.</summary>
/// <param name="Path">The path under which the run knows it, with <c>/</c>; each file has another one.</param>
/// <param name="Result">What it compiled to, without errors.</param>
/// <param name="Options">With what: their catalog has the prices and limits of the models.</param>
/// <param name="Root">The folder on disk that the paths of its input pictures are relative to.</param>
public sealed record RunSource(string Path, CompilationResult Result, CompilerOptions Options, string Root)
{
    /// <summary>The revision of the file in version control, for the records; null when there is none.</summary>
    public string? Revision { get; init; }
}
