using System.Collections.Immutable;
using PromptDsl.Compilation;

namespace PromptDsl.Runtime.Artifacts;

/// <summary>Where a part of a prompt comes from.</summary>
/// <param name="Start">Where it begins in the prompt, in UTF-16 code units.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Path">The source file.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="IsAuthored">Whether it is the author's own text, not a connecting word.</param>
public sealed record PromptPart(int Start, int Length, string Path, int Line, bool IsAuthored)
{
    /// <summary>The parts of a prompt, in order and without a gap.</summary>
    internal static ImmutableArray<PromptPart> AllOf(CompiledPrompt prompt) =>
        [
            .. prompt.SourceMap.Select(e => new PromptPart(
                e.Span.Start,
                e.Span.Length,
                e.Source.Source.Path,
                e.Source.Start.Line + 1,
                e.IsAuthored
            )),
        ];
}
