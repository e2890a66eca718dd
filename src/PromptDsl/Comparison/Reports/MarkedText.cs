namespace PromptDsl.Comparison.Reports;

/// <summary>A part of a line, and what it is.</summary>
public readonly record struct MarkedText(string Text, Mark Mark = Mark.Plain);
