using PromptDsl.Text;

namespace PromptDsl.Locking;

/// <summary>Ends the reading of a lock file; does not leave <see cref="LockReader"/>.</summary>
internal sealed class LockFormatException(TextSpan span, string message, string label) : Exception(message)
{
    public TextSpan Span { get; } = span;

    public string Label { get; } = label;
}
