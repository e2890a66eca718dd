namespace PromptDsl.Generator.Models;

internal sealed record SourceRow(string Id, string Title, DateOnly Read);
