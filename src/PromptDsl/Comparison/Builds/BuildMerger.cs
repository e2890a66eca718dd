using System.Collections.Immutable;
using PromptDsl.Text;

namespace PromptDsl.Comparison.Builds;

/// <summary>Reports a change once that several builds, or several stages, have in common.</summary>
internal static class BuildMerger
{
    /// <summary>The changes of all builds; each names the builds that have it unless all do.</summary>
    public static List<PromptChange> Merge(ImmutableArray<BuildComparison> builds)
    {
        var merged = new List<PromptChange>();
        var groups = builds
            .SelectMany(b => Numbered(MergeStages(b)).Select(c => (c.Key, c.Change, Build: b.Pair.After.Name)))
            .GroupBy(c => c.Key);
        foreach (var group in groups)
        {
            PromptChange first = group.First().Change;
            ImmutableArray<string> names = [.. group.Select(c => c.Build).Distinct()];
            merged.Add(
                first with
                {
                    Builds = names.Length == builds.Length ? [] : names,
                    VariesByBuild = group.Any(c => ValuesOf(c.Change) != ValuesOf(first)),
                }
            );
        }

        return merged;
    }

    /// <summary>A setting of the whole file is one statement, whichever stages it is for.</summary>
    private static IEnumerable<PromptChange> MergeStages(BuildComparison build)
    {
        int stages = build.Pair.After.Stages.Length;
        return build
            .Changes.Select((change, i) => (Change: change, Index: i))
            .GroupBy(c => c.Change.Side.Stage is null ? (object)c.Index : (KeyOf(c.Change), ValuesOf(c.Change)))
            .Select(g =>
                g.First().Change with
                {
                    Stages =
                        g.First().Change.Side.Stage is null || g.Count() == stages
                            ? []
                            : [.. g.Select(c => c.Change.Side.Stage!)],
                }
            );
    }

    /// <summary>
    /// The changes with a key that is the same in every build. The rounds of a loop come from the same
    /// places; their order tells them apart.
    /// </summary>
    private static IEnumerable<(object Key, PromptChange Change)> Numbered(IEnumerable<PromptChange> changes)
    {
        var counts = new Dictionary<object, int>();
        foreach (PromptChange change in changes)
        {
            object key = KeyOf(change);
            int round = counts[key] = counts.GetValueOrDefault(key) + 1;
            yield return ((key, round), change);
        }
    }

    private static (ChangeKind, string, SourceSpan?, SourceSpan?) KeyOf(PromptChange change) =>
        (change.Kind, change.Side.Key, change.Before?.Place, change.After?.Place);

    private static (string?, string?) ValuesOf(PromptChange change) => (change.Before?.Value, change.After?.Value);
}
