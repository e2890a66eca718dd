namespace PromptDsl.Formatting.Documents;

/// <summary>Nothing, but the group around it is broken.</summary>
internal sealed class BreakDocument() : Document(forcesBreak: true);
