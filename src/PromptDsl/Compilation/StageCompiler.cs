using System.Collections.Immutable;
using PromptDsl.Assets;
using PromptDsl.Compilation.Dialects;
using PromptDsl.Compilation.Documents;
using PromptDsl.Diagnostics;
using PromptDsl.Semantics;
using PromptDsl.Semantics.Model;
using PromptDsl.Targets;
using PromptDsl.Targets.Requests;

namespace PromptDsl.Compilation;

/// <summary>Turns the stages of a file into text and requests.</summary>
internal sealed class StageCompiler(DiagnosticBag diagnostics, CompilerOptions options)
{
    private readonly AssetLookup _assets = new(options.Assets);
    private readonly IPromptDialect _dialect = options.Dialect ?? PromptDialects.Default;
    private long _length;

    public ImmutableArray<CompiledStage> Compile(PromptModel model)
    {
        var formats = model.Stages.ToDictionary(s => s.Name, s => s.Parameters.Format ?? "png", StringComparer.Ordinal);
        var routes = model.Stages.ToDictionary(s => s.Name, s => s.Route, StringComparer.Ordinal);
        ImmutableArray<CompiledStage> stages =
        [
            .. model.Stages.TakeWhile(s => HasRoom(s)).Select(s => Compile(s, model, formats, routes)),
        ];
        new TargetChecker(diagnostics, options, _assets).Check(stages);
        return stages;
    }

    /// <summary>Whether the prompts are not too long together; keep lists grow from stage to stage.</summary>
    private bool HasRoom(Stage stage)
    {
        if (_length > Limits.ProducedText)
        {
            diagnostics.Add(ValueDiagnostics.TooMuchPrompt(stage.Place));
        }

        return _length <= Limits.ProducedText;
    }

    private CompiledStage Compile(
        Stage declared,
        PromptModel model,
        IReadOnlyDictionary<string, string> formats,
        IReadOnlyDictionary<string, ApiRoute> routes
    )
    {
        (Stage stage, ImmutableArray<InputPicture> leftOut) = OptionalPictures.LeaveOut(declared, _assets);
        PromptDocument document = Lowering.Lower(stage, model.Locale);
        ILookup<bool, MissingPicture> missing = document.Notes.MissingPictures.ToLookup(m =>
            leftOut.Any(p => p.Uses.Any(u => u.Name == m.Name))
        );
        foreach (MissingPicture picture in missing[false].Where(m => !model.RefusedReferences.Contains(m.Name)))
        {
            diagnostics.Add(StageDiagnostics.PictureNotSent(picture.Place, picture.Name, stage.Name));
        }

        foreach (ObjectThing thing in document.Notes.AddedNames)
        {
            diagnostics.Add(StageDiagnostics.NameNotInDescription(thing.Place, thing.Name!));
        }

        CompiledPrompt prompt = _dialect.Render(document);
        _length += prompt.Text.Length;
        return new CompiledStage(
            stage,
            prompt,
            RequestBuilder.Build(options.Catalog, Describe(stage, prompt, formats, routes))
        )
        {
            LeftOut = leftOut,
            NamedLeftOut = [.. missing[true]],
        };
    }

    private RequestDescription Describe(
        Stage stage,
        CompiledPrompt prompt,
        IReadOnlyDictionary<string, string> formats,
        IReadOnlyDictionary<string, ApiRoute> routes
    )
    {
        // A conversation goes on when the only stage that is edited was part of one; its picture is
        // in the context then and is not sent again.
        string? previous =
            stage is { Route: ApiRoute.Responses, IsEdit: true, DependsOn: [var only] }
            && routes[only] == ApiRoute.Responses
                ? only
                : null;
        return new RequestDescription
        {
            Prompt = prompt.Text,
            Action = stage.IsEdit ? RequestAction.Edit : RequestAction.Generate,
            Route = stage.Route,
            Parameters = Pin(stage.Parameters),
            Inputs =
            [
                .. stage
                    .Inputs.Where(i => !(i.Source is StageInput input && input.Stage == previous))
                    .Select(i => new RequestInput(i.Number, RolesOf(i), Resolve(i.Source, formats))),
            ],
            Mask = stage.Mask is null ? null : new RequestMask(stage.Mask.Path),
            PreviousStage = previous,
        };
    }

    /// <summary>Names the dated state of the model where one is pinned.</summary>
    private ImageParameters Pin(ImageParameters parameters)
    {
        string asked = parameters.Model ?? options.Catalog.DefaultModel.Id;
        return options.Pins?.SnapshotOf(asked) is { } snapshot ? parameters with { Model = snapshot } : parameters;
    }

    private static InputSource Resolve(InputSource source, IReadOnlyDictionary<string, string> formats) =>
        source is StageInput input ? input with { Format = formats[input.Stage] } : source;

    private static ImmutableArray<string> RolesOf(InputPicture picture)
    {
        IEnumerable<string> edited = picture.IsEdited ? ["edit"] : [];
        IEnumerable<string> roles = picture.Uses.SelectMany(u => u.Reference?.Roles ?? []);
        ImmutableArray<string> all = [.. edited.Concat(roles).Distinct()];
        return all.IsEmpty ? ["reference"] : all;
    }
}
