using PromptDsl.Text;

namespace PromptDsl.Locking;

/// <summary>Why a text is no lock file.</summary>
/// <param name="Place">Where it goes wrong.</param>
/// <param name="Message">What is wrong, without a final period.</param>
/// <param name="Label">What stands at the place.</param>
public sealed record LockProblem(SourceSpan Place, string Message, string Label);
