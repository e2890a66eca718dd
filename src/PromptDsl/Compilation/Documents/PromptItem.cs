using System.Collections.Immutable;
using PromptDsl.Text;

namespace PromptDsl.Compilation.Documents;

/// <summary>
/// Something that is said: a field with its values, or something that has fields of its own.
/// </summary>
public sealed record PromptItem
{
    /// <summary>The block that it belongs to, such as <c>style</c>.</summary>
    public required string Block { get; init; }

    /// <summary>A key that never changes, in kebab-case, such as <c>lighting</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The key in the language of the document.</summary>
    public required string Label { get; init; }

    /// <summary>The statement that says it.</summary>
    public required SourceSpan Place { get; init; }

    /// <summary>The values of a field; empty for what has fields of its own.</summary>
    public ImmutableArray<PromptPhrase> Values { get; init; } = [];

    /// <summary>Fields of its own, or the entries of a list.</summary>
    public ImmutableArray<PromptItem> Items { get; init; } = [];

    /// <summary>Whether <see cref="Values"/> or <see cref="Items"/> are entries of a list, even when there is one.</summary>
    public bool IsList { get; init; }

    /// <summary>The sentences of prose; empty where <c>Label: values.</c> says it.</summary>
    public ImmutableArray<PromptLine> Lines { get; init; } = [];

    /// <summary>Whether it has no sentences of its own and holds entries that have.</summary>
    public bool IsGroup => IsList && Lines.IsEmpty && !Items.IsEmpty;
}
