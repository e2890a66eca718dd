using PromptDsl.Emulator.Faults;

namespace PromptDsl.Emulator.Http;

/// <summary>What a request leads to: its answer, or none when the connection ends without one.</summary>
internal sealed record Outcome(ApiAnswer? Answer, Fault? Fault);
