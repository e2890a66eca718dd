namespace PromptDsl.Targets;

/// <summary>A text that facts of the catalog were read in.</summary>
/// <param name="Id">The short name in <c>models.yaml</c>.</param>
/// <param name="Title">What the text is, for people.</param>
/// <param name="Read">The day on which it was read.</param>
public sealed record FactSource(string Id, string Title, DateOnly Read);
