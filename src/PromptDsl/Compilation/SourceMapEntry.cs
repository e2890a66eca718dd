using PromptDsl.Text;

namespace PromptDsl.Compilation;

/// <summary>A span of a compiled prompt.</summary>
/// <param name="Span">The span in the prompt, in UTF-16 code units.</param>
/// <param name="Source">The place that produced it; connecting words come from the statement that they connect.</param>
/// <param name="IsAuthored">Whether the text is the author's own, not a connecting word.</param>
public sealed record SourceMapEntry(TextSpan Span, SourceSpan Source, bool IsAuthored);
