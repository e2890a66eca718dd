using PromptDsl.Text;

namespace PromptDsl.Formatting.Documents;

/// <summary>A run of text without a line break, written as it is.</summary>
internal sealed class TextDocument(ReadOnlyMemory<char> text) : Document(forcesBreak: false)
{
    public ReadOnlySpan<char> Text => text.Span;

    /// <summary>In columns.</summary>
    public int Width { get; } = DisplayWidth.Of(text.Span);
}
