using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Semantics.Binding.Expansion;
using PromptDsl.Semantics.Binding.Scenes;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Semantics.Binding.Stages;

/// <summary>Builds the only stage of a file that declares none.</summary>
internal sealed class WholeFileBuilder(DiagnosticBag diagnostics, FileSections file, StageFactory stages)
{
    public Stage Build()
    {
        BlockNode root = file.Root;
        BoundValue? from = root.Find("from")?.Value;
        ImmutableArray<StageSource> sources = from is null ? [] : new StageSourceReader(diagnostics, []).Read(from);
        ImmutableArray<AuthoredText> changes = SceneBuilder.Texts(root, "change");
        bool isEdit = !changes.IsEmpty || !sources.IsEmpty;
        if (!isEdit)
        {
            stages.ReportEditOnly(root);
            return Create(isEdit, InputNumbering.ForNewPicture(file.References));
        }

        // A `from` or a reference that names no picture has been reported.
        bool saysInput = from is not (null or WordValue) || !file.RefusedReferences.IsEmpty;
        if (sources.IsEmpty && file.References.IsEmpty && !saysInput)
        {
            diagnostics.Add(StageDiagnostics.ChangeOfNothing(root.Find("change")!.KeyPlace, inStage: false));
        }

        Stage edit = Create(isEdit, InputNumbering.ForEditedFile(sources, file.References));
        return edit with { Changes = changes, Keeps = KeepList.Said(root, file.CreateResolver(file.Things, [])) ?? [] };
    }

    private Stage Create(bool isEdit, ImmutableArray<InputPicture> inputs) =>
        stages.Create(file.Root, isEdit, inputs, file.Technical, file.Things) with
        {
            Scene = file.Scene,
            SafeArea = file.Scene.SafeArea,
            Expect = new ExpectationReader(diagnostics).Read(file.Expect, file.Things),
        };
}
