namespace PromptDsl.Generator.Models;

/// <summary>A value as an expression of C# and as text for people.</summary>
internal sealed record FactValue(string CSharp, string Text);
