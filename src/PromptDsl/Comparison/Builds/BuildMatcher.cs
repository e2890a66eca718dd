using System.Collections.Immutable;
using PromptDsl.Compilation;

namespace PromptDsl.Comparison.Builds;

/// <summary>Finds the builds that belong together: those with the same values of what varies in both versions.</summary>
internal static class BuildMatcher
{
    public static ImmutableArray<BuildComparison> Compare(
        ImmutableArray<CompiledBuild> before,
        ImmutableArray<CompiledBuild> after,
        VariableMatcher variables
    )
    {
        ILookup<string, CompiledBuild> earlier = before.ToLookup(b => variables.KeyOf(b, isBefore: true));
        var comparisons = ImmutableArray.CreateBuilder<BuildComparison>();
        foreach (IGrouping<string, CompiledBuild> group in after.GroupBy(b => variables.KeyOf(b, isBefore: false)))
        {
            List<CompiledBuild> left = [.. earlier[group.Key]];
            List<CompiledBuild> right = [.. group];
            if (left.Count > 0)
            {
                comparisons.Add(Closest(left, right));
            }
        }

        return comparisons.ToImmutable();
    }

    /// <summary>
    /// Where something more varies in one version, the other version is one of its builds: the one
    /// with the fewest changes.
    /// </summary>
    private static BuildComparison Closest(List<CompiledBuild> before, List<CompiledBuild> after)
    {
        IEnumerable<BuildPair> pairs =
            before.Count > after.Count
                ? before.Select(b => new BuildPair(b, after[0]))
                : after.Select(a => new BuildPair(before[0], a));
        return pairs.Select(p => new BuildComparison(p)).MinBy(c => c.Changes.Length)!;
    }
}
