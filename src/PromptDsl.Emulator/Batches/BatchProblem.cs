namespace PromptDsl.Emulator.Batches;

/// <summary>Why a line of an input file is not accepted; the whole batch fails with it.</summary>
/// <param name="Line">From 1.</param>
internal sealed record BatchProblem(string Code, string Message, string? Parameter, int Line);
