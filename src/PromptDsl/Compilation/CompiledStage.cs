using System.Collections.Immutable;

namespace PromptDsl.Compilation;

/// <summary>A stage as it will be sent.</summary>
/// <param name="Name">The name in the file; empty for a file without stages.</param>
/// <param name="IsEdit">Whether it changes a picture rather than making a new one.</param>
/// <param name="DependsOn">The names of the stages whose pictures it reads.</param>
/// <param name="Prompt">The text.</param>
public sealed record CompiledStage(string Name, bool IsEdit, ImmutableArray<string> DependsOn, CompiledPrompt Prompt);
