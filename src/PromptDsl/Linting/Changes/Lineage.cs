namespace PromptDsl.Linting.Changes;

/// <summary>What a stage builds on.</summary>
internal static class Lineage
{
    /// <summary>The stages whose pictures a stage reads, directly or through others, the nearest first.</summary>
    public static IReadOnlyList<StageContext> Before(
        StageContext stage,
        IReadOnlyDictionary<string, StageContext> stages
    )
    {
        var before = new List<StageContext>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>(stage.Stage.DependsOn);
        while (waiting.TryDequeue(out string? name))
        {
            if (seen.Add(name) && stages.TryGetValue(name, out StageContext? earlier))
            {
                before.Add(earlier);
                foreach (string further in earlier.Stage.DependsOn)
                {
                    waiting.Enqueue(further);
                }
            }
        }

        return before;
    }
}
