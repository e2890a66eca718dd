using PromptDsl.Semantics.Model;
using PromptDsl.Text;

namespace PromptDsl.Comparison.Meaning;

/// <summary>Reads the meaning of a file, with one combination of what varies.</summary>
internal static class ModelReader
{
    public static Element Read(PromptModel model)
    {
        var start = new SourceSpan(model.Tree.Source, new TextSpan(0, 0));
        var file = new Element("file", null, start)
        {
            Identity = ElementIdentity.Only,
            Area = ChangeArea.File,
            Segment = "",
        };
        foreach (Field field in model.About)
        {
            file.Add(FactReader.Read(field, ChangeArea.About));
        }

        file.Add(FactReader.Read("locale", FactValue.Plain(model.Locale), start, ChangeArea.Intent));
        SceneReader.Read(model.Base, file);
        foreach (Reference reference in model.References.Where(r => !IsInStage(r, model)))
        {
            file.Add(ReferenceReader.Read(reference));
        }

        foreach (Stage stage in model.Stages)
        {
            file.Add(StageReader.Read(stage, model));
        }

        return file;
    }

    private static bool IsInStage(Reference reference, PromptModel model) =>
        model.Stages.Any(s => s.OwnReferences.Any(r => r.Name == reference.Name && r.Place == reference.Place));
}
