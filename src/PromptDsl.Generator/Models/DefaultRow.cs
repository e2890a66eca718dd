namespace PromptDsl.Generator.Models;

/// <summary>A default of the catalog and why it is that.</summary>
internal sealed record DefaultRow(FactRow Fact, string Because);
