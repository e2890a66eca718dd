using System.Collections.Immutable;
using PromptDsl.Compilation;
using PromptDsl.Diagnostics;
using PromptDsl.Semantics.Model;
using PromptDsl.Targets.Requests;
using PromptDsl.Text;

namespace PromptDsl.Targets;

/// <summary>Reports what a model or an API cannot do with the requests of a file.</summary>
internal sealed class TargetChecker(DiagnosticBag diagnostics, ModelCatalog catalog)
{
    public void Check(ImmutableArray<CompiledStage> stages)
    {
        foreach (CompiledStage stage in stages)
        {
            CheckModel(stage);
            CheckSize(stage);
            CheckInputs(stage);
        }

        CheckParameters(stages);
    }

    private void CheckModel(CompiledStage stage)
    {
        if (stage.Request.Notes.Any(n => n.Kind == RequestNoteKind.UnknownModel))
        {
            IEnumerable<string> known = catalog.Models.Select(m => m.Id);
            string model = stage.Request.Model;
            diagnostics.Add(
                TargetDiagnostics.UnknownModel(PlaceOf(stage, "model"), model, Suggestion.For(model, known), known)
            );
        }
    }

    private void CheckSize(CompiledStage stage)
    {
        SizeDecision decision = stage.Request.Size;
        if (decision is { Basis: SizeBasis.AspectOutOfRange, Aspect: { } aspect })
        {
            diagnostics.Add(TargetDiagnostics.AspectNotAllowed(PlaceOf(stage, "aspect"), stage.Request.Model, aspect));
        }

        bool isKnown =
            catalog.Find(stage.Request.Model) is { } model && model.Size.TryGet(out SizeRule? rule) && rule is not null;
        if (!isKnown || decision is not { Basis: SizeBasis.ExplicitSize, Size: { } size })
        {
            return;
        }

        SizeRule sizes = catalog.Find(stage.Request.Model)!.Size.Value;
        if (!sizes.IsLegal(size, out string? reason))
        {
            diagnostics.Add(
                TargetDiagnostics.SizeNotAllowed(
                    PlaceOf(stage, "size"),
                    stage.Request.Model,
                    size,
                    reason,
                    sizes.Nearest(size)
                )
            );
        }
    }

    private void CheckInputs(CompiledStage stage)
    {
        foreach (RequestNote note in stage.Request.Notes.Where(n => n.Kind == RequestNoteKind.UnsupportedInputFormat))
        {
            diagnostics.Add(TargetDiagnostics.InputFormat(PlaceOfPicture(stage, note.Subject), note.Subject));
        }
    }

    /// <summary>A parameter of the whole file counts as sent when one of its stages sends it.</summary>
    private void CheckParameters(ImmutableArray<CompiledStage> stages)
    {
        var dropped = stages.SelectMany(s =>
            s.Request.Notes.Where(n => n.Kind == RequestNoteKind.ParameterNotSent)
                .Select(n => (Stage: s, Key: n.Subject.Replace('_', '-')))
        );
        foreach ((CompiledStage stage, string key) in dropped)
        {
            if (stage.Model.Technical.Find(key) is not { } field)
            {
                continue;
            }

            bool sentElsewhere = stages.Any(s =>
                s.Model.Technical.Find(key) == field && !s.Request.Notes.Any(n => n.Subject.Replace('_', '-') == key)
            );
            if (!sentElsewhere)
            {
                string route = stage.Request.Endpoint == "/v1/images/generations" ? "a new picture" : "this request";
                diagnostics.Add(TargetDiagnostics.ParameterNotSent(field.KeyPlace, key, route));
            }
        }
    }

    private static SourceSpan PlaceOf(CompiledStage stage, string key) =>
        stage.Model.Technical[key]?.Place ?? stage.Model.Place;

    private static SourceSpan PlaceOfPicture(CompiledStage stage, string path)
    {
        if (stage.Model.Mask is { } mask && mask.Path == path)
        {
            return mask.Place;
        }

        InputPicture? picture = stage.Model.Inputs.FirstOrDefault(i => i.Source is FileInput file && file.Path == path);
        return picture?.Uses[0].Reference?.Image.Place ?? picture?.Uses[0].Place ?? stage.Model.Place;
    }
}
