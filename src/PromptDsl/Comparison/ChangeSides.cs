using PromptDsl.Comparison.Meaning;

namespace PromptDsl.Comparison;

/// <summary>Makes one version of a change of what it is about.</summary>
internal static class ChangeSides
{
    /// <summary>An element as a whole.</summary>
    public static ChangeSide Of(Element element) =>
        new(ElementWords.PathOf(element), ElementWords.SubjectOf(element), ElementWords.ValueOf(element), element.Place)
        {
            Text = element.Find("")?.Value.Text,
            Key = element.Kind,
        };

    /// <summary>A fact; null for one that is not said.</summary>
    public static ChangeSide? Of(Element element, Fact? fact) =>
        fact is null
            ? null
            : new ChangeSide(
                ElementWords.PathOf(element, fact),
                ElementWords.SubjectOf(element, fact),
                fact.Value.Written,
                fact.Place
            )
            {
                Text = fact.Value.Text,
                Key = $"{element.Kind}.{fact.Key}",
                Stage = fact.IsOfFile ? element.Name : null,
            };

    /// <summary>An element in what it stands in.</summary>
    public static ChangeSide Move(Element element, Element parent)
    {
        string name = ElementWords.SubjectOf(parent);
        return Of(element) with
        {
            Subject = ElementWords.NameOf(element),
            Value = name.Length == 0 ? "the file" : name,
        };
    }

    /// <summary>An element where a fact says that it is.</summary>
    public static ChangeSide? Position(Element element, Fact fact) =>
        Of(element, fact) is { } side
            ? side with
            {
                Subject = ElementWords.SubjectOf(element),
                Value = $"{fact.Key}: {fact.Value.Written}",
                Text = null,
            }
            : null;

    /// <summary>Elements in an order that has a meaning.</summary>
    public static ChangeSide Order(Element parent, List<Element> children)
    {
        Element first = children[0];
        string plural = first.Kind == "color" ? "palette" : first.Kind + "s";
        string path = ElementWords.PathOf(parent);
        string subject = ElementWords.SubjectOf(parent);
        IEnumerable<string> names = children.Select(c => c.Name ?? c.Find("")?.Value.Written ?? c.Segment);
        return new ChangeSide(
            path.Length == 0 ? plural : $"{path}.{plural}",
            plural == "palette" ? "the colours of the palette"
                : subject.Length == 0 ? $"the {plural}"
                : $"the {plural} of {subject}",
            $"[{string.Join(", ", names)}]",
            first.Place
        )
        {
            Key = plural,
        };
    }
}
