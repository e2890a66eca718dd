using PromptDsl.Planning;

namespace PromptDsl.Runtime.Execution;

/// <summary>Which alternative of a stage goes on, in place of what the file says.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Variant">Counted from 1.</param>
public sealed record VariantPick(string Stage, int Variant)
{
    /// <summary>The file; null for all files.</summary>
    public string? File { get; init; }

    /// <summary>The build; null for all builds.</summary>
    public string? Build { get; init; }

    internal bool IsFor(PlanKey node) =>
        node.Stage == Stage && (File is null || File == node.File) && (Build is null || Build == node.Build);
}
