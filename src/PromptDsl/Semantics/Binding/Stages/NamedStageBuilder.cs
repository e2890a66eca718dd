using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Semantics.Binding.Expansion;
using PromptDsl.Semantics.Binding.Scenes;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Semantics.Binding.Stages;

/// <summary>Builds the stages that a file declares, each after those that it edits.</summary>
internal sealed class NamedStageBuilder(
    DiagnosticBag diagnostics,
    FileSections file,
    SceneBuilder scenes,
    StageFactory stages,
    StagePlan plan
)
{
    private readonly Dictionary<string, Lineage> _lineages = new(StringComparer.Ordinal);

    /// <summary>A stage, once those that it edits are built.</summary>
    /// <param name="isLast">Whether it is the last in the file, which the expectations of the file are about.</param>
    public Stage Build(BlockNode node, bool isLast)
    {
        bool isEdit = plan.Edits(node);
        if (!isEdit)
        {
            ReportStepsWithoutInput(node);
        }

        ImmutableArray<StageSource> sources = plan.SourcesOf(node);
        ImmutableArray<Reference> references = file.ReferencesOf(node);
        Scene scene = scenes.Build(node);
        ImmutableDictionary<string, Thing> own = ThingResolver.Collect(scene.Things, diagnostics);
        if (!isEdit)
        {
            ReportShadowed(own);
        }

        Lineage lineage = Lineage.Of([.. sources.Where(s => s.Stage is not null).Select(s => _lineages[s.Stage!])]);
        ImmutableDictionary<string, Thing> outer = file.Things.SetItems(lineage.Named);
        ThingResolver resolver = file.CreateResolver(outer.SetItems(own), references);
        scene = scene with { Things = resolver.Resolve(scene.Things) };
        ImmutableDictionary<string, Thing> visible = outer.SetItems(
            ThingResolver.Collect(scene.Things, new DiagnosticBag())
        );
        ImmutableArray<AuthoredText> changes = isEdit ? SceneBuilder.Texts(node, "change") : [];
        ImmutableArray<KeptItem> keeps = isEdit
            ? KeepList.Said(node, resolver) ?? DefaultKeeps(lineage, own, changes)
            : [];
        _lineages[node.Name!] = new Lineage(
            [.. lineage.Things, .. scene.Things],
            [.. keeps.Where(k => k.Text is not null)],
            lineage.ShowsBase || !isEdit
        );

        ImmutableArray<InputPicture> inputs = InputNumbering.ForStage(isEdit, sources, references, file.References);
        FieldSet technical = TechnicalReader.Overlay(file.Technical, Fields(node, "technical"));
        return stages.Create(node, isEdit, inputs, technical, visible) with
        {
            Own = scene,
            OwnReferences = references,
            Scene = isEdit ? SceneMerger.MergeEdit(file.Scene, scene) : SceneMerger.Merge(file.Scene, scene),
            Changes = changes,
            Keeps = keeps,
            SafeArea = scene.SafeArea ?? file.Scene.SafeArea,
            StyleReminder = isEdit ? SceneMerger.Reminder(file.Scene.Style, scene.Style) : null,
            Expect = new ExpectationReader(diagnostics).Read(ExpectOf(node, isLast), visible),
        };
    }

    private ImmutableArray<KeptItem> DefaultKeeps(
        Lineage lineage,
        ImmutableDictionary<string, Thing> own,
        ImmutableArray<AuthoredText> changes
    ) =>
        KeepList.Default(
            (lineage.ShowsBase ? file.Scene.Things : []).Concat(lineage.Things),
            lineage.KeptTexts,
            own,
            changes
        );

    /// <summary>What only an edit says is reported in a new picture; an empty <c>from</c> has been.</summary>
    private void ReportStepsWithoutInput(BlockNode node)
    {
        if (node.Find("from")?.Value is ListValue)
        {
            return;
        }

        if (node.Find("change") is { } change)
        {
            diagnostics.Add(StageDiagnostics.ChangeOfNothing(change.KeyPlace, inStage: true));
        }

        stages.ReportEditOnly(node);
    }

    private void ReportShadowed(ImmutableDictionary<string, Thing> own)
    {
        foreach ((string name, Thing thing) in own)
        {
            if (file.Things.TryGetValue(name, out Thing? first))
            {
                diagnostics.Add(PlacementDiagnostics.DuplicateName(thing.Place, first.Place, name, inLoop: false));
            }
        }
    }

    private FieldSet ExpectOf(BlockNode node, bool isLast)
    {
        FieldSet own = Fields(node, "expect");
        return isLast ? file.Expect.Overlay(own) : own;
    }

    private static FieldSet Fields(BlockNode node, string block) => node.Child(block)?.ToFields() ?? FieldSet.Empty;
}
