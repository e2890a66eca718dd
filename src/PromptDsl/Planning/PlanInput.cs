using System.Collections.Immutable;

namespace PromptDsl.Planning;

/// <summary>An input picture of a request: a file, or what a stage makes.</summary>
/// <param name="Number">The number by which the prompt names it.</param>
/// <param name="File">The file, or null.</param>
/// <param name="Stage">The stage, or null.</param>
/// <param name="Roles">What it is for.</param>
public sealed record PlanInput(int Number, string? File, string? Stage, ImmutableArray<string> Roles)
{
    /// <summary>The input for people, such as <c>refs/lake.png (style)</c>.</summary>
    public override string ToString() => $"{File ?? Stage} ({string.Join(", ", Roles)})";
}
