using System.Collections.Immutable;

namespace PromptDsl.Formatting.Documents;

/// <summary>Documents one after the other.</summary>
internal sealed class ConcatDocument(ImmutableArray<Document> parts) : Document(parts.Any(p => p.ForcesBreak))
{
    public ImmutableArray<Document> Parts { get; } = parts;
}
