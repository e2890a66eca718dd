using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Schema;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding;

/// <summary>
/// A block after loops are unrolled and definitions are put in. What it says itself outranks what it
/// includes, and a later include outranks an earlier one.
/// </summary>
internal sealed class BlockNode(KindSchema schema, SourceSpan place)
{
    /// <summary>The rank of what a block says itself.</summary>
    public const int Own = int.MaxValue;

    private readonly List<RankedField> _fields = [];

    public KindSchema Schema { get; } = schema;

    /// <summary>The kind and the name, for messages.</summary>
    private string Head => Name is null ? Schema.Name : $"{Schema.Name} {Name}";

    /// <summary>The head of the statement.</summary>
    public SourceSpan Place { get; } = place;

    public string? Name { get; set; }

    public SourceSpan NamePlace { get; set; } = place;

    /// <summary>The label of a row, which stands where other blocks have a name.</summary>
    public BoundValue? Label { get; set; }

    public BoundValue? Value { get; private set; }

    public int Rank { get; private set; } = Own;

    public List<BlockNode> Children { get; } = [];

    /// <summary>Whether nothing is said in the block.</summary>
    public bool IsEmpty => _fields.Count == 0 && Children.Count == 0 && Value is null;

    private int _valueRank = -1;
    private BoundValue? _droppedValue;
    private int _includes;

    private readonly record struct RankedField(Field Field, int Rank, Field? Dropped);

    /// <summary>The rank of the next include of this block.</summary>
    public int NextIncludeRank() => ++_includes;

    public void SetValue(BoundValue value, int rank)
    {
        if (rank >= _valueRank)
        {
            bool disagrees = rank != Own && Value is not null && !Value.Equals(value);
            _droppedValue = disagrees ? Value : null;
            Value = value;
            _valueRank = rank;
        }
    }

    public Field? Find(string key)
    {
        int index = IndexOf(key);
        return index < 0 ? null : _fields[index].Field;
    }

    /// <summary>Says a field; false when the block has said it itself already.</summary>
    public bool TrySet(Field field, int rank, bool joins) => TrySet(new RankedField(field, rank, null), joins);

    private bool TrySet(RankedField said, bool joins)
    {
        (Field field, int rank, _) = said;
        int index = IndexOf(field.Key);
        if (index < 0)
        {
            _fields.Add(said);
            return true;
        }

        RankedField known = _fields[index];
        if (known.Rank == Own && rank == Own)
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
                rank == Own ? null
                : known.Field.Value.Equals(field.Value) ? said.Dropped
                : known.Field;
            _fields[index] = new RankedField(field, rank, dropped);
        }

        return true;
    }

    /// <summary>Replaces a field whatever has been said: what varies.</summary>
    public void Override(Field field)
    {
        int index = IndexOf(field.Key);
        if (index >= 0)
        {
            _fields.RemoveAt(index);
        }

        if (Child(field.Key) is { } block)
        {
            if (field.Value is TextValue)
            {
                block.SetValue(field.Value, Own);
                return;
            }

            Children.Remove(block);
        }

        _fields.Add(new RankedField(field, Own, null));
    }

    /// <summary>The only child of a kind, or null.</summary>
    public BlockNode? Child(string kind) => Children.Find(c => c.Schema.Name == kind);

    /// <summary>Brings in what a definition or a template says.</summary>
    public void Merge(BlockNode other, int rank)
    {
        _includes = Math.Max(_includes, rank);
        if (other.Value is { } value)
        {
            SetValue(value, rank);
            _droppedValue ??= ReferenceEquals(Value, value) ? other._droppedValue : null;
        }

        foreach (RankedField ranked in other._fields)
        {
            TrySet(ranked with { Rank = rank }, Schema.FindKey(ranked.Field.Key)?.Joins ?? false);
        }

        foreach (BlockNode child in other.Children)
        {
            BlockNode? same =
                child.Schema.IsGathered || !child.Schema.IsRepeatable
                    ? Child(child.Schema.Name)
                    : Children.Find(c => child.Name is not null && c.Name == child.Name && c.Schema == child.Schema);
            if (same is null)
            {
                child.Demote(rank);
                Children.Add(child);
            }
            else
            {
                same.Merge(child, rank);
            }
        }
    }

    /// <summary>Whether the block says a field itself.</summary>
    public bool SaysItself(string key) => IndexOf(key) is var index && index >= 0 && _fields[index].Rank == Own;

    /// <summary>
    /// Settles what is said as a property in one place and as a block in another, such as
    /// <c>subject: "…"</c> and <c>subject { … }</c>: the one that outranks the other replaces it, and the
    /// text of a property that is replaced goes on as the value of the block.
    /// </summary>
    public void JoinForms()
    {
        for (int i = _fields.Count - 1; i >= 0; i--)
        {
            (Field field, int rank, _) = _fields[i];
            if (Child(field.Key) is not { } block)
            {
                continue;
            }

            if (block.Rank <= rank)
            {
                Children.Remove(block);
                bool disagrees = rank != Own && block.Value is not null;
                _fields[i] = new RankedField(field, rank, disagrees ? field with { Value = block.Value! } : null);
                continue;
            }

            if (field.Value is TextValue)
            {
                block.SetValue(field.Value, rank);
            }

            _fields.RemoveAt(i);
        }

        foreach (BlockNode child in Children)
        {
            child.JoinForms();
        }
    }

    /// <summary>Makes what the block says itself something that was brought in.</summary>
    private void Demote(int rank)
    {
        Rank = rank;
        _includes = Math.Max(_includes, rank);
        _valueRank = Math.Min(_valueRank, rank);
        for (int i = 0; i < _fields.Count; i++)
        {
            _fields[i] = _fields[i] with { Rank = rank };
        }

        foreach (BlockNode child in Children)
        {
            child.Demote(rank);
        }
    }

    /// <summary>The fields in the order of the schema.</summary>
    public FieldSet ToFields(Func<Field, bool>? where = null)
    {
        if (_fields.Count == 0)
        {
            return FieldSet.Empty;
        }

        var fields = ImmutableArray.CreateBuilder<Field>(_fields.Count);
        foreach (KeySchema key in Schema.Keys)
        {
            int index = IndexOf(key.Name);
            if (index >= 0 && (where is null || where(_fields[index].Field)))
            {
                fields.Add(_fields[index].Field);
            }
        }

        return new FieldSet(fields.ToImmutable());
    }

    /// <summary>Children of a kind; where own ones replace included ones, only those that count.</summary>
    public IEnumerable<BlockNode> ChildrenOf(string kind)
    {
        IEnumerable<BlockNode> all = Children.Where(c => c.Schema.Name == kind);
        int highest = all.Select(c => c.Rank).DefaultIfEmpty(Own).Max();
        return all.Where(c => !c.Schema.ReplacesIncluded || c.Rank == highest);
    }

    /// <summary>Reports the fields in which two includes disagree.</summary>
    public void ReportConflicts(DiagnosticBag diagnostics)
    {
        if (_droppedValue is not null)
        {
            diagnostics.Add(ExpansionDiagnostics.ConflictingIncludes(Value!.Place, _droppedValue.Place, Head));
        }

        foreach (RankedField ranked in _fields)
        {
            if (ranked.Dropped is { } dropped)
            {
                diagnostics.Add(
                    ExpansionDiagnostics.ConflictingIncludes(
                        ranked.Field.Value.Place,
                        dropped.Value.Place,
                        ranked.Field.Key
                    )
                );
            }
        }

        foreach (BlockNode child in Children)
        {
            child.ReportConflicts(diagnostics);
        }
    }

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
        new([.. ItemsOf(first), .. ItemsOf(second)], second.Place);

    private static ImmutableArray<BoundValue> ItemsOf(BoundValue value) =>
        value is ListValue list ? list.Items : [value];
}
