using System.Collections.Immutable;
using PromptDsl.Planning;
using PromptDsl.Runtime.Verification;

namespace PromptDsl.Runtime.Runs;

/// <summary>A picture is in the output folder.</summary>
/// <param name="Node">The stage.</param>
/// <param name="Variant">Counted from 1.</param>
/// <param name="Path">The file, below the output folder, with <c>/</c>.</param>
/// <param name="Picture">The same picture in the folder of the run, relative to it, with <c>/</c>.</param>
/// <param name="Sha256">The hash of its bytes, in lower-case hexadecimal.</param>
/// <param name="IsSelected">Whether later stages build on it.</param>
/// <param name="Checks">What was checked.</param>
public sealed record PictureWritten(
    PlanKey Node,
    int Variant,
    string Path,
    string Picture,
    string Sha256,
    bool IsSelected,
    ImmutableArray<CheckResult> Checks
) : JournalRecord;
