using System.Collections.Immutable;
using PromptDsl.Text;

namespace PromptDsl.Syntax;

/// <summary>A run of literal text of a string, or a slot.</summary>
/// <param name="Span">Where it stands in the file.</param>
/// <param name="Text">The text that it stands for; for a slot the path as written.</param>
/// <param name="Path">The words of a slot; empty for literal text.</param>
public readonly record struct StringPart(TextSpan Span, string Text, ImmutableArray<string> Path)
{
    public bool IsSlot => !Path.IsEmpty;

    internal static StringPart Literal(TextSpan span, string text) => new(span, text, []);
}
