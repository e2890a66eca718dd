using PromptDsl.Text;

namespace PromptDsl.Comparison.Meaning;

/// <summary>
/// A part of what a file means, in the one form that all parts are compared in: a section, a thing,
/// a stage, …, with what is said about it and what is in it.
/// </summary>
/// <param name="kind">Only elements of one kind are compared.</param>
/// <param name="name">The name, or null.</param>
/// <param name="place">Where it is said.</param>
internal sealed class Element(string kind, string? name, SourceSpan place)
{
    private string? _content;

    public string Kind { get; } = kind;

    public string? Name { get; } = name;

    public SourceSpan Place { get; } = place;

    public required ElementIdentity Identity { get; init; }

    public required ChangeArea Area { get; init; }

    /// <summary>What its name stands for in values.</summary>
    public NameScope Scope { get; init; }

    /// <summary>Its part of a path, such as <c>object cabin</c>; empty for what has no place of its own there.</summary>
    public required string Segment { get; init; }

    /// <summary>What <see cref="Fact.Key"/> "" is called: its description, copy, …</summary>
    public string ValueNoun { get; init; } = "description";

    public Element? Parent { get; private set; }

    public List<Fact> Facts { get; } = [];

    public List<Element> Children { get; } = [];

    public void Add(Element child)
    {
        child.Parent = this;
        Children.Add(child);
    }

    public void Add(Fact? fact)
    {
        if (fact is not null)
        {
            Facts.Add(fact);
        }
    }

    public Fact? Find(string key) => Facts.Find(f => f.Key == key);

    /// <summary>Everything that is said about it and in it, without its own name; equal for equal elements.</summary>
    public string Content => _content ??= WriteContent();

    /// <summary>The element and all below it.</summary>
    public IEnumerable<Element> All() => Children.SelectMany(c => c.All()).Prepend(this);

    private string WriteContent()
    {
        IEnumerable<string> facts = Facts
            .Where(f => f.IsOwn)
            .Select(f => $"{f.Key}\u0002{f.Value.Key(Naming.AsWritten)}")
            .Order(StringComparer.Ordinal);
        IEnumerable<string> children = Children.Select(c => $"{c.Kind} {c.Name}\u0003{c.Content}\u0004");
        if (!Children.Exists(c => c.Identity == ElementIdentity.Order))
        {
            children = children.Order(StringComparer.Ordinal);
        }

        return string.Join('\u0001', facts.Concat(children));
    }
}
