namespace PromptDsl.Emulator.Batches;

/// <summary>What a batch gave.</summary>
/// <param name="OutputFile">The id of the file with the answers; null when there are none.</param>
/// <param name="ErrorFile">The id of the file with the errors; null when there are none.</param>
internal sealed record BatchResult(string? OutputFile, string? ErrorFile, int Completed, int Failed);
