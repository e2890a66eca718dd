using System.Collections.Immutable;

namespace PromptDsl.Compilation;

/// <summary>The text that is sent to a model, and where each part of it comes from.</summary>
/// <param name="Text">The prompt; lines end in LF.</param>
/// <param name="SourceMap">Spans that cover the text from its beginning to its end, in order, without a gap.</param>
public sealed record CompiledPrompt(string Text, ImmutableArray<SourceMapEntry> SourceMap);
