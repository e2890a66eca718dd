namespace PromptDsl.Comparison.Meaning;

/// <summary>A part of a value: words, or a name.</summary>
internal readonly record struct FactPart(string Text, NameScope Scope = NameScope.None);
