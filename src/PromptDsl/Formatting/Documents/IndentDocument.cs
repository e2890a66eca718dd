namespace PromptDsl.Formatting.Documents;

/// <summary>The lines that begin inside are indented one level further.</summary>
internal sealed class IndentDocument(Document content) : Document(content.ForcesBreak)
{
    public Document Content { get; } = content;
}
