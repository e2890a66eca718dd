namespace PromptDsl.Comparison.Words;

/// <summary>What became of a part of a text.</summary>
public enum SegmentKind
{
    Same,
    Removed,
    Added,
}
