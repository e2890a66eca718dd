using System.Collections.Frozen;
using System.Collections.Immutable;

namespace PromptDsl.Schema;

/// <summary>A kind of block, or the file itself: what it is called with and what may stand in it.</summary>
/// <param name="Name">The word that begins the block.</param>
/// <param name="Documentation">One sentence for people.</param>
public sealed record KindSchema(string Name, string Documentation)
{
    private FrozenDictionary<string, KeySchema>? _keys;

    /// <summary>Whether the block has a name.</summary>
    public OperandRule NameRule { get; init; }

    /// <summary>Whether the block has a value.</summary>
    public OperandRule ValueRule { get; init; }

    /// <summary>What the value is.</summary>
    public FieldType ValueType { get; init; } = FieldType.Text;

    /// <summary>The keys that may stand in the body, in the order of the reference.</summary>
    public ImmutableArray<KeySchema> Keys { get; init; } = [];

    /// <summary>The kinds of blocks that may stand in the body.</summary>
    public ImmutableArray<string> Children { get; init; } = [];

    /// <summary>Whether several of the kind may stand beside each other.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>Whether several of the kind in one place are one, whose content is joined.</summary>
    public bool IsGathered { get; init; }

    /// <summary>Whether blocks of this kind that a block says itself replace all that it includes.</summary>
    public bool ReplacesIncluded { get; init; }

    /// <summary>Whether any key may stand in the body: the parameters of a template.</summary>
    public bool HasOpenKeys { get; init; }

    /// <summary>The block as it might be written, for messages and the reference.</summary>
    public required string Example { get; init; }

    public KeySchema? FindKey(string name) =>
        (_keys ??= Keys.ToFrozenDictionary(k => k.Name, StringComparer.Ordinal)).GetValueOrDefault(name);

    // Two schemas are equal when they are the same row; the cache of keys is not part of it.
    public bool Equals(KindSchema? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}
