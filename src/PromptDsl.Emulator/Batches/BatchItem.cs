using System.Text.Json;

namespace PromptDsl.Emulator.Batches;

/// <summary>A line of the input file of a batch.</summary>
internal sealed record BatchItem(string CustomId, JsonElement Body);
