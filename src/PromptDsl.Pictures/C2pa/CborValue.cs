using System.Collections.Immutable;

namespace PromptDsl.Pictures.C2pa;

/// <summary>A value of CBOR as far as manifests are read: text, lists and maps with text keys.</summary>
internal sealed record CborValue
{
    /// <summary>A number or whatever else is not read.</summary>
    public static readonly CborValue Other = new();

    public string? Text { get; init; }

    public ImmutableArray<CborValue> Items { get; init; } = [];

    public ImmutableDictionary<string, CborValue> Fields { get; init; } = ImmutableDictionary<string, CborValue>.Empty;

    /// <summary>The value of a key, or one without content.</summary>
    public CborValue this[string key] => Fields.GetValueOrDefault(key, Other);
}
