using System.Collections.Immutable;

namespace PromptDsl.Runtime.Runs;

/// <summary>A run goes on after it was stopped.</summary>
/// <param name="Files">The files as they are now.</param>
public sealed record RunContinued(ImmutableArray<RunFile> Files) : JournalRecord;
