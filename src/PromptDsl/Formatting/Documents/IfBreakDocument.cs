namespace PromptDsl.Formatting.Documents;

/// <summary>One of two texts, as the group around it is broken or not.</summary>
internal sealed class IfBreakDocument(Document broken, Document flat) : Document(forcesBreak: false)
{
    public Document Broken { get; } = broken;

    public Document Flat { get; } = flat;
}
