using PromptDsl.Text;

namespace PromptDsl.Diagnostics;

/// <summary>A place that a finding points at, with a few words about it; the words may be empty.</summary>
public sealed record DiagnosticLabel(SourceSpan Place, string Text);
