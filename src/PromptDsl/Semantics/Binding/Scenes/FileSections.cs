using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Semantics.Binding.Expansion;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Semantics.Binding.Scenes;

/// <summary>What a file says outside stages, which every stage builds on.</summary>
internal sealed class FileSections
{
    private readonly DiagnosticBag _diagnostics;

    public FileSections(DiagnosticBag diagnostics, BlockNode root, SceneBuilder scenes)
    {
        _diagnostics = diagnostics;
        Root = root;
        References = ReadReferences(root);
        Scene scene = scenes.Build(root);
        ImmutableDictionary<string, Thing> declared = ThingResolver.Collect(scene.Things, diagnostics);
        Scene = scene with { Things = CreateResolver(declared, []).Resolve(scene.Things) };
        Things = ThingResolver.Collect(Scene.Things, new DiagnosticBag());
        Technical = root.Child("technical")?.ToFields() ?? FieldSet.Empty;
        Expect = root.Child("expect")?.ToFields() ?? FieldSet.Empty;
    }

    public BlockNode Root { get; }

    public Scene Scene { get; }

    /// <summary>The things of the scene by name.</summary>
    public ImmutableDictionary<string, Thing> Things { get; }

    public ImmutableArray<Reference> References { get; }

    /// <summary>Every reference of the file and its stages.</summary>
    public ImmutableArray<Reference> AllReferences =>
        [.. References, .. Root.ChildrenOf("stage").SelectMany(s => ReadReferences(s))];

    /// <summary>The names of references of the file and its stages whose picture has been refused.</summary>
    public ImmutableHashSet<string> RefusedReferences =>
        [
            .. Root.ChildrenOf("stage")
                .Prepend(Root)
                .SelectMany(b => b.ChildrenOf("reference"))
                .Where(r => r.Value is not ImageValue)
                .Select(r => r.Name)
                .OfType<string>(),
        ];

    public FieldSet Technical { get; }

    public FieldSet Expect { get; }

    /// <summary>The references of a stage; one that has the name of a reference of the file is reported.</summary>
    public ImmutableArray<Reference> ReferencesOf(BlockNode stage)
    {
        ImmutableArray<Reference> references = ReadReferences(stage);
        foreach (Reference reference in references)
        {
            if (References.FirstOrDefault(r => r.Name == reference.Name) is { } first)
            {
                _diagnostics.Add(
                    PlacementDiagnostics.DuplicateName(reference.Place, first.Place, reference.Name, inLoop: false)
                );
            }
        }

        return references;
    }

    /// <summary>Looks names up among things, and among references of the file and of a stage.</summary>
    public ThingResolver CreateResolver(
        IReadOnlyDictionary<string, Thing> visible,
        ImmutableArray<Reference> ofStage
    ) => new(_diagnostics, visible, References.Concat(ofStage).Select(r => r.Name).ToHashSet(StringComparer.Ordinal));

    private static ImmutableArray<Reference> ReadReferences(BlockNode node) =>
        [
            .. node.ChildrenOf("reference")
                .Where(r => r.Value is ImageValue)
                .Select(r => new Reference(r.Name!, (ImageValue)r.Value!, r.ToFields(), r.Place)),
        ];
}
