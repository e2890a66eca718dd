using System.Collections.Immutable;
using PromptDsl.Semantics.Binding.Scenes;
using PromptDsl.Semantics.Model;

namespace PromptDsl.Semantics.Binding.Stages;

/// <summary>What a stage leaves to those that edit its picture.</summary>
/// <param name="Things">What stages have put into the picture.</param>
/// <param name="KeptTexts">Words that have been kept.</param>
/// <param name="ShowsBase">Whether the picture shows what the file describes, as one made from nothing does.</param>
internal sealed record Lineage(ImmutableArray<Thing> Things, ImmutableArray<KeptItem> KeptTexts, bool ShowsBase)
{
    /// <summary>The things that have names, those inside others too; of a name the last.</summary>
    public IEnumerable<KeyValuePair<string, Thing>> Named =>
        ThingResolver.All(Things).Where(t => t.Name is not null).Select(t => KeyValuePair.Create(t.Name!, t));

    /// <summary>What all stages together leave that a stage edits.</summary>
    public static Lineage Of(IReadOnlyCollection<Lineage> parents) =>
        new(
            [.. parents.SelectMany(p => p.Things).Distinct()],
            [.. parents.SelectMany(p => p.KeptTexts).DistinctBy(k => k.Text!.Plain, StringComparer.Ordinal)],
            parents.Any(p => p.ShowsBase)
        );
}
