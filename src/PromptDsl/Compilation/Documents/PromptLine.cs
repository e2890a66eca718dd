namespace PromptDsl.Compilation.Documents;

/// <summary>A line of prose.</summary>
/// <param name="Depth">0 for running text, 1 for an entry of a list, 2 for an entry below it, …</param>
/// <param name="Phrase">Whole sentences.</param>
public sealed record PromptLine(int Depth, PromptPhrase Phrase);
