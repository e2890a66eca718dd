using PromptDsl.Diagnostics;
using PromptDsl.Schema;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding.Expansion;

/// <summary>
/// A block after loops are unrolled and definitions are put in. What it says itself outranks what it
/// includes, and a later include outranks an earlier one.
/// </summary>
internal sealed class BlockNode(KindSchema schema, SourceSpan place)
{
    /// <summary>The rank of what a block says itself.</summary>
    public const int Own = int.MaxValue;

    private readonly RankedFields _fields = new();
    private int _valueRank = -1;

    /// <summary>What another include gave as the value, when two disagree.</summary>
    private BoundValue? _droppedValue;
    private int _includes;

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

    public BlockChildren Children { get; } = new();

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

    public Field? Find(string key) => _fields.Find(key);

    /// <summary>Says a field; false when the block has said it itself already.</summary>
    public bool TrySet(Field field, bool joins) => _fields.TrySet(new RankedField(field, Own, null), joins);

    /// <summary>Replaces a field whatever has been said: what varies.</summary>
    public void Override(Field field)
    {
        if (Child(field.Key) is { } block)
        {
            if (field.Value is TextValue)
            {
                _fields.Remove(field.Key);
                block.SetValue(field.Value, Own);
                return;
            }

            Children.Remove(block);
        }

        _fields.Replace(field);
    }

    /// <summary>Whether the block says a field itself.</summary>
    public bool SaysItself(string key) => _fields.SaysItself(key);

    /// <summary>The fields in the order of the schema.</summary>
    public FieldSet ToFields(Func<Field, bool>? where = null) => _fields.ToFieldSet(Schema, where);

    /// <summary>The only child of a kind, or null.</summary>
    public BlockNode? Child(string kind) => Children.Find(kind);

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
            _fields.TrySet(ranked with { Rank = rank }, Schema.FindKey(ranked.Field.Key)?.Joins ?? false);
        }

        foreach (BlockNode child in other.Children)
        {
            if (FindSame(child) is not { } same)
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

    /// <summary>The block here that speaks of the same as one that is brought in: the only one of its kind, or the one of its name.</summary>
    private BlockNode? FindSame(BlockNode other)
    {
        KindSchema kind = other.Schema;
        return kind.IsGathered || !kind.IsRepeatable ? Child(kind.Name)
            : other.Name is null ? null
            : Children.Find(kind.Name, other.Name);
    }

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
        _fields.Demote(rank);
        foreach (BlockNode child in Children)
        {
            child.Demote(rank);
        }
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
}
