using System.Collections.Immutable;
using PromptDsl.Text;

namespace PromptDsl.Compilation.Documents;

/// <summary>Everything that a stage says to the model, in order and in words, before a dialect lays it out.</summary>
public sealed record PromptDocument
{
    /// <summary>The name of the stage; empty for a file without stages. It is not part of the text.</summary>
    public required string Stage { get; init; }

    /// <summary>The language of the connecting words: <c>en</c> or <c>ko</c>.</summary>
    public required string Locale { get; init; }

    /// <summary>Whether the stage changes pictures rather than making a new one.</summary>
    public required bool IsEdit { get; init; }

    /// <summary>The head of the stage.</summary>
    public required SourceSpan Place { get; init; }

    /// <summary>The sections in order; none is empty.</summary>
    public required ImmutableArray<PromptSection> Sections { get; init; }

    /// <summary>What the author may want to know about how the words were found.</summary>
    public LoweringNotes Notes { get; init; } = LoweringNotes.None;
}
