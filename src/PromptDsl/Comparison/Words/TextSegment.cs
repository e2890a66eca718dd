namespace PromptDsl.Comparison.Words;

/// <summary>A part of two texts: in both, only in the earlier one, or only in the later one.</summary>
public readonly record struct TextSegment(SegmentKind Kind, string Text);
