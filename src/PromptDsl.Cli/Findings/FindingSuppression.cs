namespace PromptDsl.Cli.Findings;

/// <summary>Why a finding is not reported.</summary>
/// <param name="IsInSource">Whether a comment in the file says so, rather than a baseline.</param>
/// <param name="Reason">The words of the comment, or what the baseline is.</param>
internal sealed record FindingSuppression(bool IsInSource, string Reason);
