namespace PromptDsl.Tests.Programs;

/// <summary>A text of a generated program that occurs nowhere else in it.</summary>
/// <param name="Text">The text after escapes.</param>
/// <param name="IsLiteral">Whether it is copy, which is quoted wherever the text is spoken of.</param>
internal sealed record Marker(string Text, bool IsLiteral);
