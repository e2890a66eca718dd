namespace PromptDsl.Formatting.Documents;

/// <summary>A line break when the group around it is broken.</summary>
internal sealed class LineDocument(LineKind kind) : Document(kind is LineKind.Hard or LineKind.Literal)
{
    public LineKind Kind { get; } = kind;
}
