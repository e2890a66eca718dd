using System.Collections.Immutable;
using PromptDsl.Schema;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Semantics.Binding.Expansion;

/// <summary>The fields of a block, each key once; of two that say the same key the one of the higher rank counts.</summary>
internal sealed class RankedFields
{
    private readonly List<RankedField> _fields = [];

    public int Count => _fields.Count;

    public RankedField this[int index]
    {
        get => _fields[index];
        set => _fields[index] = value;
    }

    public Field? Find(string key)
    {
        int index = IndexOf(key);
        return index < 0 ? null : _fields[index].Field;
    }

    /// <summary>Whether the block of these fields says a field itself.</summary>
    public bool SaysItself(string key) =>
        IndexOf(key) is var index && index >= 0 && _fields[index].Rank == BlockNode.Own;

    /// <summary>Says a field; false when the block has said it itself already.</summary>
    /// <param name="joins">Whether lists of both ranks are joined.</param>
    public bool TrySet(RankedField said, bool joins)
    {
        (Field field, int rank, _) = said;
        int index = IndexOf(field.Key);
        if (index < 0)
        {
            _fields.Add(said);
            return true;
        }

        RankedField known = _fields[index];
        if (known.Rank == BlockNode.Own && rank == BlockNode.Own)
        {
            return false;
        }

        if (joins)
        {
            bool after = rank >= known.Rank;
            ListValue joined = after ? Join(known.Field.Value, field.Value) : Join(field.Value, known.Field.Value);
            _fields[index] = new RankedField(
                after ? field with { Value = joined } : known.Field with { Value = joined },
                Math.Max(rank, known.Rank),
                null
            );
        }
        else if (rank >= known.Rank)
        {
            // Two that are both brought in disagree; what the block says itself settles it.
            Field? dropped =
                rank == BlockNode.Own ? null
                : known.Field.Value.Equals(field.Value) ? said.Dropped
                : known.Field;
            _fields[index] = new RankedField(field, rank, dropped);
        }

        return true;
    }

    /// <summary>Says a field whatever has been said.</summary>
    public void Replace(Field field)
    {
        Remove(field.Key);
        _fields.Add(new RankedField(field, BlockNode.Own, null));
    }

    public void Remove(string key) => _fields.RemoveAll(f => f.Field.Key == key);

    public void RemoveAt(int index) => _fields.RemoveAt(index);

    /// <summary>Gives all fields the rank of an include.</summary>
    public void Demote(int rank)
    {
        for (int i = 0; i < _fields.Count; i++)
        {
            _fields[i] = _fields[i] with { Rank = rank };
        }
    }

    /// <summary>The fields in the order of the schema.</summary>
    public FieldSet ToFieldSet(KindSchema schema, Func<Field, bool>? where)
    {
        if (_fields.Count == 0)
        {
            return FieldSet.Empty;
        }

        var fields = ImmutableArray.CreateBuilder<Field>(_fields.Count);
        foreach (KeySchema key in schema.Keys)
        {
            int index = IndexOf(key.Name);
            if (index >= 0 && (where is null || where(_fields[index].Field)))
            {
                fields.Add(_fields[index].Field);
            }
        }

        return new FieldSet(fields.ToImmutable());
    }

    public List<RankedField>.Enumerator GetEnumerator() => _fields.GetEnumerator();

    private int IndexOf(string key)
    {
        for (int i = 0; i < _fields.Count; i++)
        {
            if (_fields[i].Field.Key == key)
            {
                return i;
            }
        }

        return -1;
    }

    private static ListValue Join(BoundValue first, BoundValue second) =>
        new([.. first.AsItems(), .. second.AsItems()], second.Place);
}
