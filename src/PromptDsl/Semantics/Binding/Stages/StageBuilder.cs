using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Semantics.Binding.Expansion;
using PromptDsl.Semantics.Binding.Scenes;
using PromptDsl.Semantics.Model;

namespace PromptDsl.Semantics.Binding.Stages;

/// <summary>Puts together what each stage says: the file's sections, its own, what it keeps, what it reads.</summary>
internal sealed class StageBuilder
{
    private readonly DiagnosticBag _diagnostics;
    private readonly SceneBuilder _scenes;
    private readonly StageFactory _stages;
    private readonly FileSections _file;

    public StageBuilder(DiagnosticBag diagnostics, CompilerOptions options, BlockNode root)
    {
        _diagnostics = diagnostics;
        _scenes = new SceneBuilder(diagnostics);
        _stages = new StageFactory(diagnostics, options);
        _file = new FileSections(diagnostics, root, _scenes);
    }

    /// <summary>What is said outside stages.</summary>
    public Scene Base => _file.Scene;

    /// <summary>What <c>technical</c> says outside stages.</summary>
    public FieldSet Technical => _file.Technical;

    /// <summary>Every reference of the file and its stages.</summary>
    public ImmutableArray<Reference> AllReferences => _file.AllReferences;

    /// <summary>The names of references whose picture has been refused.</summary>
    public ImmutableHashSet<string> RefusedReferences => _file.RefusedReferences;

    /// <summary>The stages in order.</summary>
    public ImmutableArray<Stage> Build()
    {
        ImmutableArray<BlockNode> nodes = [.. _file.Root.ChildrenOf("stage")];
        if (nodes.IsEmpty)
        {
            return [new WholeFileBuilder(_diagnostics, _file, _stages).Build()];
        }

        if (nodes.Length > Limits.Stages)
        {
            _diagnostics.Add(StageDiagnostics.TooManyStages(nodes[Limits.Stages].Place, nodes.Length));
            return [];
        }

        ReportStepsOutsideStages(nodes[0]);
        var plan = new StagePlan(_diagnostics, nodes);
        var builder = new NamedStageBuilder(_diagnostics, _file, _scenes, _stages, plan);
        return [.. plan.Order.Select(n => builder.Build(n, isLast: ReferenceEquals(n, nodes[^1])))];
    }

    /// <summary>In a file with stages only these edit.</summary>
    private void ReportStepsOutsideStages(BlockNode firstStage)
    {
        foreach (string key in (ReadOnlySpan<string>)["change", "keep", "mask", "from"])
        {
            if (_file.Root.Find(key) is { } stray)
            {
                _diagnostics.Add(StageDiagnostics.StepBesideStages(stray.KeyPlace, firstStage.Place, key));
            }
        }
    }
}
