namespace PromptDsl.Targets;

/// <summary>The value of a known fact of any type, and what it rests on.</summary>
/// <param name="Value">The value; null is a value, too: that no end of a model is announced.</param>
/// <param name="Source">Where it was read.</param>
/// <param name="Confidence">How far the source can be relied on.</param>
public sealed record FactStatement(object? Value, FactSource Source, Confidence Confidence);
