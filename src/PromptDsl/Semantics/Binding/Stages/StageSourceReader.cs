using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Semantics.Binding.Evaluation;
using PromptDsl.Semantics.Values;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding.Stages;

/// <summary>Reads <c>from</c>: which stages and files are edited.</summary>
/// <param name="stages">The stages of the file; none in a file without stages.</param>
internal sealed class StageSourceReader(DiagnosticBag diagnostics, IReadOnlyCollection<string> stages)
{
    private readonly PicturePathReader _pictures = new(diagnostics);

    public ImmutableArray<StageSource> Read(BoundValue from)
    {
        if (from is ListValue list)
        {
            CheckList(list);
        }

        return [.. from.AsItems().Select(ReadSource).OfType<StageSource>()];
    }

    /// <summary>A list of inputs names at least one picture, and nothing but pictures.</summary>
    private void CheckList(ListValue list)
    {
        if (list.Items.IsEmpty)
        {
            diagnostics.Add(StageDiagnostics.NoInput(list.Place));
        }

        foreach (WordValue none in list.Items.OfType<WordValue>())
        {
            diagnostics.Add(StageDiagnostics.NoneBesideInputs(none.Place));
        }
    }

    private StageSource? ReadSource(BoundValue item)
    {
        switch (item)
        {
            case ImageValue image when StageInQuotes(image) is { } stage:
                return new StageSource(stage, null, item.Place);
            case ImageValue image:
                return new StageSource(null, image, item.Place);
            case NameValue name when stages.Contains(name.Name):
                return new StageSource(name.Name, null, item.Place);
            case NameValue { Alternative: ImageValue image }:
                return new StageSource(null, image, item.Place);
            case NameValue { Alternative: TextValue text }:
                return ReadText(text);
            case NameValue name:
                string? suggestion = Suggestion.For(name.Name, stages);
                diagnostics.Add(StageDiagnostics.UnknownStage(name.Place, name.Name, suggestion, stages));
                return null;
            default:
                return null;
        }
    }

    /// <summary>What a parameter of type text holds: the name of a stage, else the path of a picture.</summary>
    private StageSource? ReadText(TextValue text)
    {
        string stage = Identifiers.ToIdentifier(text.Text.Plain);
        if (stages.Contains(stage))
        {
            return new StageSource(stage, null, text.Place);
        }

        return _pictures.Read(text.Text.Plain, text.Place) is ImageValue image
            ? new StageSource(null, image, text.Place)
            : null;
    }

    /// <summary>In a loop the name of a stage carries a slot and stands in quotation marks: <c>from: "page-${n}"</c>.</summary>
    private string? StageInQuotes(ImageValue image)
    {
        string name = image.Path[(image.Path.LastIndexOf('/') + 1)..];
        if (!stages.Contains(name))
        {
            return null;
        }

        // Without a slot the quotation marks make it look like a file.
        if (image.Place.Text == $"\"{name}\"")
        {
            diagnostics.Add(PlacementDiagnostics.QuotedName(image.Place, name));
        }

        return name;
    }
}
