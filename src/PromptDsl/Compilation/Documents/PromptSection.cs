using System.Collections.Immutable;

namespace PromptDsl.Compilation.Documents;

/// <summary>What is said about one thing.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Key">The kind in kebab-case; never changes.</param>
/// <param name="Label">The kind in the language of the document.</param>
/// <param name="Items">What is said, in order; never empty.</param>
public sealed record PromptSection(PromptSectionKind Kind, string Key, string Label, ImmutableArray<PromptItem> Items)
{
    /// <summary>Whether the items are entries of one list.</summary>
    public bool IsList { get; init; }

    /// <summary>A sentence that prose says before the items, or null.</summary>
    public PromptPhrase? Lead { get; init; }
}
