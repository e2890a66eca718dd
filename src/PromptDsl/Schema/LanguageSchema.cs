using System.Collections.Frozen;
using System.Collections.Immutable;

namespace PromptDsl.Schema;

/// <summary>
/// The table of the language: which kinds and keys there are, what they take, where they stand, and
/// what they mean. Checking, suggestions, completion and the reference documentation come from it.
/// </summary>
public static partial class LanguageSchema
{
    private static readonly FrozenDictionary<string, KindSchema> ByName;

    static LanguageSchema()
    {
        Kinds = [FileKind, .. SectionKinds(), .. DetailKinds(), .. DomainKinds()];
        ByName = Kinds.ToFrozenDictionary(k => k.Name, StringComparer.Ordinal);
        ClosedWords = Kinds
            .SelectMany(k => k.Keys.SelectMany(key => key.Type.Words))
            .ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Every kind, the file first.</summary>
    public static ImmutableArray<KindSchema> Kinds { get; }

    /// <summary>The top of a file.</summary>
    public static KindSchema File => FileKind;

    /// <summary>Every word of a closed list; a parameter with such a name is hidden there.</summary>
    public static FrozenSet<string> ClosedWords { get; }

    /// <summary>The types that a parameter may have, and a definition of a single value.</summary>
    public static ImmutableArray<string> ParameterTypes { get; } =
    ["text", "number", "percent", "ratio", "size", "color", "boolean", "image", "choice", "list"];

    public static KindSchema? FindKind(string name) => ByName.GetValueOrDefault(name);

    private static KeySchema Key(
        string name,
        FieldType type,
        string example,
        string documentation,
        bool joins = false
    ) => new(name, type, documentation) { Example = example, Joins = joins };

    private static KeySchema Prose(string name, string example, string documentation) =>
        Key(name, FieldType.Prose, example, documentation);
}
