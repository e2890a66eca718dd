using System.Collections;
using System.Collections.Immutable;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Semantics.Model;

/// <summary>The fields of a block in the order of the schema; each key at most once.</summary>
public sealed class FieldSet(ImmutableArray<Field> fields) : IReadOnlyList<Field>
{
    public static FieldSet Empty { get; } = new([]);

    public int Count => fields.Length;

    public Field this[int index] => fields[index];

    /// <summary>The value of a key, or null when it is not said.</summary>
    public BoundValue? this[string key] => Find(key)?.Value;

    /// <summary>These fields, with those of another set in their place where both say a key.</summary>
    public FieldSet Overlay(FieldSet inner) =>
        inner.Count == 0 ? this : new([.. fields.Where(f => inner.Find(f.Key) is null), .. inner]);

    public Field? Find(string key)
    {
        foreach (Field field in fields)
        {
            if (field.Key == key)
            {
                return field;
            }
        }

        return null;
    }

    /// <summary>The word of a closed list, or null.</summary>
    public string? Word(string key) => (this[key] as WordValue)?.Word;

    /// <summary>A whole number, or null.</summary>
    public int? Integer(string key) => this[key] is NumberValue number ? (int)number.Number : null;

    /// <summary>Whether a flag is set.</summary>
    public bool IsTrue(string key) => this[key] is BooleanValue { Value: true };

    /// <summary>The items of a list, or the value alone as one item, or nothing.</summary>
    public ImmutableArray<BoundValue> Items(string key) => this[key]?.AsItems() ?? [];

    public IEnumerator<Field> GetEnumerator() => ((IEnumerable<Field>)fields).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
