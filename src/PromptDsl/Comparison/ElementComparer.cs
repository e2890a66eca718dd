using PromptDsl.Comparison.Matching;
using PromptDsl.Comparison.Meaning;

namespace PromptDsl.Comparison;

/// <summary>Compares two versions element by element.</summary>
/// <param name="matches">Which elements are the same.</param>
/// <param name="isNameSent">Whether the name of an element matters beside what it is called by.</param>
internal sealed class ElementComparer(Matches matches, Func<Element, Element, bool> isNameSent)
{
    private readonly Naming _beforeNames = new();
    private readonly Naming _afterNames = new();
    private readonly List<PromptChange> _changes = [];
    private readonly HashSet<ComparisonNote> _notes = [];

    /// <summary>Differences that are none of meaning.</summary>
    public IReadOnlySet<ComparisonNote> Notes => _notes;

    /// <summary>The changes, in the order of the later version; what is removed follows what is around it.</summary>
    public IReadOnlyList<PromptChange> Compare(Element before, Element after)
    {
        for (int i = 0; i < matches.Pairs.Count; i++)
        {
            (Element left, Element right) = matches.Pairs[i];
            if (left is { Name: not null, Scope: not NameScope.None } && right.Name is not null)
            {
                string key = $"\u0005{i}";
                _beforeNames.Add(left.Scope, left.Name, key);
                _afterNames.Add(right.Scope, right.Name, key);
            }
        }

        ComparePair(before, after);
        return _changes;
    }

    private void ComparePair(Element before, Element after)
    {
        CompareNames(before, after);
        CompareFacts(before, after);
        CompareOrder(before, after);
        foreach (Element child in after.Children)
        {
            CompareLater(child);
        }

        foreach (Element child in before.Children.Where(c => !matches.IsMatched(c)))
        {
            Remove(child);
        }
    }

    private void Remove(Element before)
    {
        if (before.Identity != ElementIdentity.Only)
        {
            Add(ChangeKind.Removed, before.Area, ChangeSides.Of(before), null);
            return;
        }

        foreach (Fact fact in before.Facts)
        {
            Compare(fact, null, before, before);
        }

        foreach (Element child in before.Children.Where(c => !matches.IsMatched(c)))
        {
            Remove(child);
        }
    }

    /// <summary>An element of the later version: known from before, or new with all that has not moved into it.</summary>
    private void CompareLater(Element after)
    {
        if (matches.TryGetBefore(after, out Element? before))
        {
            CompareParents(before, after);
            ComparePair(before, after);
            return;
        }

        if (after.Identity == ElementIdentity.Only)
        {
            // A section that is not there is one that says nothing.
            foreach (Fact fact in after.Facts)
            {
                Compare(null, fact, after, after);
            }

            foreach (Element child in after.Children)
            {
                CompareLater(child);
            }

            return;
        }

        Add(ChangeKind.Added, after.Area, null, ChangeSides.Of(after));
        foreach (Element known in after.Children.SelectMany(c => c.All()).Where(IsFirstKnown))
        {
            CompareLater(known);
        }
    }

    // What is inside an element that is known is looked at with it.
    private bool IsFirstKnown(Element element)
    {
        bool isInsideKnown = element.Parent is { } parent && matches.IsMatched(parent);
        return matches.IsMatched(element) && !isInsideKnown;
    }

    private void CompareParents(Element before, Element after)
    {
        if (before.Parent is { } from && after.Parent is { } to)
        {
            bool isSame = matches.TryGetAfter(from, out Element? expected) && expected == to;
            if (!isSame)
            {
                Add(ChangeKind.Moved, after.Area, ChangeSides.Move(before, from), ChangeSides.Move(after, to));
            }
        }
    }

    private void CompareNames(Element before, Element after)
    {
        if (before.Name == after.Name || before.Identity != ElementIdentity.Name)
        {
            return;
        }

        if (isNameSent(before, after))
        {
            Add(
                ChangeKind.Renamed,
                after.Area,
                ChangeSides.Of(before) with
                {
                    Value = before.Name ?? "",
                },
                ChangeSides.Of(after) with
                {
                    Value = after.Name ?? "",
                }
            );
        }
    }

    // ---- facts

    private void CompareFacts(Element before, Element after)
    {
        List<Fact> gone = before.Facts.FindAll(f => after.Find(f.Key) is null);
        List<Fact> come = after.Facts.FindAll(f => before.Find(f.Key) is null);

        // To stand behind something rather than beside it is one move.
        List<(Fact From, Fact To)> moves =
        [
            .. gone.Where(f => f.Role == FactRole.Position).Zip(come.Where(f => f.Role == FactRole.Position)),
        ];
        foreach ((Fact from, Fact to) in moves)
        {
            Add(ChangeKind.Moved, to.Area, ChangeSides.Position(before, from), ChangeSides.Position(after, to));
        }

        foreach (Fact fact in after.Facts.Where(f => !moves.Exists(m => m.To == f)))
        {
            Compare(before.Find(fact.Key), fact, before, after);
        }

        foreach (Fact fact in gone.Where(f => !moves.Exists(m => m.From == f)))
        {
            Compare(fact, null, before, after);
        }
    }

    private void Compare(Fact? before, Fact? after, Element beforeElement, Element afterElement)
    {
        bool isImplied = before?.Role is null or FactRole.Implied && after?.Role is null or FactRole.Implied;
        if (before is not null && after is not null)
        {
            if (before.Value.Key(_beforeNames) == after.Value.Key(_afterNames))
            {
                NoteSpelling(before.Value, after.Value);
                return;
            }
        }

        if (!isImplied)
        {
            Fact known = (after ?? before)!;
            ChangeKind kind =
                known.Role == FactRole.Position ? ChangeKind.Moved
                : before is null ? ChangeKind.Added
                : after is null ? ChangeKind.Removed
                : ChangeKind.Changed;
            Add(kind, known.Area, ChangeSides.Of(beforeElement, before), ChangeSides.Of(afterElement, after));
        }
    }

    private void NoteSpelling(FactValue before, FactValue after)
    {
        if (before.Written == after.Written)
        {
            return;
        }

        // Names that are followed are no spelling; a list in another order is.
        bool isSameSet = before.Items.Select(i => i.Key(_beforeNames)).ToHashSet().Count > 1 && !before.IsOrdered;
        _notes.Add(isSameSet ? ComparisonNote.Order : ComparisonNote.Spelling);
    }

    // ---- order

    private void CompareOrder(Element before, Element after)
    {
        // Of what has no order, the compiled text still has one.
        if (IsReordered(before, after.Children, out _, out _))
        {
            _notes.Add(ComparisonNote.Order);
        }

        foreach (IGrouping<string, Element> kind in after.Children.GroupBy(c => c.Kind))
        {
            CompareOrder(before, after, [.. kind]);
        }
    }

    private bool IsReordered(Element before, List<Element> children, out List<Element> earlier, out List<Element> later)
    {
        later = children.FindAll(c => matches.TryGetBefore(c, out Element? b) && b.Parent == before);
        HashSet<Element> known = [.. later.Select(BeforeOf)];
        earlier = before.Children.FindAll(known.Contains);
        return !earlier.SequenceEqual(later.Select(BeforeOf));
    }

    private void CompareOrder(Element before, Element after, List<Element> children)
    {
        bool isMeant = children[0].Identity == ElementIdentity.Order;
        bool isPipeline = children[0].Kind == "stage" && children.Exists(HasOtherInput);
        if (
            (isMeant || isPipeline) && IsReordered(before, children, out List<Element> earlier, out List<Element> later)
        )
        {
            ChangeArea area = children[0].Area;
            Add(ChangeKind.Reordered, area, ChangeSides.Order(before, earlier), ChangeSides.Order(after, later));
        }
    }

    /// <summary>Whether a stage that reads the one above it now reads another one.</summary>
    private bool HasOtherInput(Element stage)
    {
        Fact? before = matches.TryGetBefore(stage, out Element? earlier) ? earlier.Find("from") : null;
        Fact? after = stage.Find("from");
        return before?.Role == FactRole.Implied
            && after?.Role == FactRole.Implied
            && before.Value.Key(_beforeNames) != after.Value.Key(_afterNames);
    }

    private Element BeforeOf(Element after) => matches.TryGetBefore(after, out Element? before) ? before : after;

    private void Add(ChangeKind kind, ChangeArea area, ChangeSide? before, ChangeSide? after) =>
        _changes.Add(new PromptChange(kind, area, before, after));
}
