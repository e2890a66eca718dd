using PromptDsl.Text;

namespace PromptDsl.Diagnostics;

/// <summary>Replaces a span of the file of the finding; an empty span inserts.</summary>
public sealed record TextEdit(TextSpan Span, string NewText);
