using PromptDsl.Semantics.Model;

namespace PromptDsl.Comparison.Meaning;

/// <summary>Reads input pictures.</summary>
internal static class ReferenceReader
{
    public static Element Read(Reference reference)
    {
        var element = new Element("reference", reference.Name, reference.Place)
        {
            Identity = ElementIdentity.Name,
            Area = ChangeArea.References,
            Scope = NameScope.Picture,
            Segment = "reference " + reference.Name,
            ValueNoun = "file",
        };
        element.Add(
            FactReader.Read("", ValueReader.Read(reference.Image), reference.Image.Place, ChangeArea.References)
        );
        foreach (Field field in reference.Fields)
        {
            element.Add(FactReader.Read(field, ChangeArea.References));
        }

        return element;
    }
}
