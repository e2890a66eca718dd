using System.Collections.Immutable;
using PromptDsl.Text;

namespace PromptDsl.Compilation;

/// <summary>The text that is sent to a model, and where each part of it comes from.</summary>
/// <param name="Text">The prompt; lines end in LF.</param>
/// <param name="SourceMap">Spans that cover the text from its beginning to its end, in order, without a gap.</param>
public sealed record CompiledPrompt(string Text, ImmutableArray<SourceMapEntry> SourceMap);

/// <summary>A span of a compiled prompt.</summary>
/// <param name="Span">The span in the prompt, in UTF-16 code units.</param>
/// <param name="Source">The place that produced it; connecting words come from the statement that they connect.</param>
/// <param name="IsAuthored">Whether the text is the author's own, not a connecting word.</param>
public sealed record SourceMapEntry(TextSpan Span, SourceSpan Source, bool IsAuthored);
