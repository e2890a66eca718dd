namespace PromptDsl.Formatting.Documents;

/// <summary>
/// A comment up to the end of its line. It breaks the group around it, so that no code ever follows
/// it, and takes no room: to comment on a line is no reason to lay it out differently.
/// </summary>
internal sealed class LineCommentDocument(ReadOnlyMemory<char> text) : Document(forcesBreak: true)
{
    public ReadOnlySpan<char> Text => text.Span;
}
