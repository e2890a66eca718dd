using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;
using PromptDsl.Text;

namespace PromptDsl.Comparison.Meaning;

/// <summary>Reads fields as facts.</summary>
internal static class FactReader
{
    // Lists whose items stand beside each other; in every other list the order is the author's.
    private static readonly HashSet<string> Unordered = ["tags", "role", "target", "text"];

    /// <summary>A field.</summary>
    public static Fact Read(Field field, ChangeArea area, NameScope scope = NameScope.Thing) =>
        new(field.Key, ValueReader.Read(field.Value, !Unordered.Contains(field.Key), scope), field.Value.Place, area)
        {
            Role = field.Key == "at" ? FactRole.Position : FactRole.Plain,
        };

    /// <summary>A relation.</summary>
    public static Fact Read(Relation relation) =>
        new(
            relation.Kind,
            ValueReader.Read(
                relation.Targets is [var only] ? only : new ListValue(relation.Targets, relation.Place),
                isOrdered: false
            ),
            relation.Place,
            ChangeArea.Details
        )
        {
            Role = FactRole.Position,
        };

    /// <summary>The value of a block; null when there is none.</summary>
    public static Fact? Read(AuthoredText? text, ChangeArea area, string key = "") =>
        text is null ? null : new Fact(key, ValueReader.Read(text), text.Place, area);

    /// <summary>A value that no field holds.</summary>
    public static Fact Read(string key, FactValue value, SourceSpan place, ChangeArea area) =>
        new(key, value, place, area);
}
