namespace PromptDsl.Formatting.Documents;

/// <summary>All of its own lines break, or none does: it stays on one line when it fits.</summary>
internal sealed class GroupDocument(Document content) : Document(content.ForcesBreak)
{
    public Document Content { get; } = content;
}
