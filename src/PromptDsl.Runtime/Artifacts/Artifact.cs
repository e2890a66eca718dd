using System.Collections.Immutable;
using PromptDsl.Runtime.Verification;

namespace PromptDsl.Runtime.Artifacts;

/// <summary>A picture in the output folder.</summary>
/// <param name="Variant">Counted from 1.</param>
/// <param name="Path">Its file; the record of how it came about is beside it, with <c>.json</c> after the name.</param>
/// <param name="Sha256">The hash of its bytes, in lower-case hexadecimal.</param>
/// <param name="Length">In bytes.</param>
public sealed record Artifact(int Variant, string Path, string Sha256, long Length)
{
    /// <summary>What was checked, and what came of it.</summary>
    public ImmutableArray<CheckResult> Checks { get; init; } = [];
}
