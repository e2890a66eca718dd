using PromptDsl.Planning;

namespace PromptDsl.Cli.Output;

/// <summary>
/// Lays the stages of a build out as a tree with arrows. A stage that reads several others hangs below
/// the last of them.
/// </summary>
internal static class StageTree
{
    /// <summary>A stage on its line.</summary>
    /// <param name="Stage">The stage.</param>
    /// <param name="Parent">The stage that its arrow comes from, or null.</param>
    /// <param name="Prefix">The branch that leads to it.</param>
    /// <param name="Continuation">What stands before further lines about it.</param>
    internal sealed record Line(PlanStage Stage, string? Parent, string Prefix, string Continuation);

    /// <summary>The lines from top to bottom.</summary>
    public static IReadOnlyList<Line> Of(PlanBuild build)
    {
        ILookup<string?, PlanStage> children = build.Stages.ToLookup(s => ParentOf(s, build), StringComparer.Ordinal);
        var lines = new List<Line>(build.Stages.Length);
        foreach (PlanStage root in children[null])
        {
            Add(root, null, "", "");
        }

        return lines;

        void Add(PlanStage stage, string? parent, string prefix, string below)
        {
            PlanStage[] next = [.. children[stage.Name]];
            lines.Add(new Line(stage, parent, prefix, below + (next.Length > 0 ? "│ " : "  ")));
            for (int i = 0; i < next.Length; i++)
            {
                bool isLast = i == next.Length - 1;
                Add(next[i], stage.Name, below + (isLast ? "└─► " : "├─► "), below + (isLast ? "    " : "│   "));
            }
        }
    }

    private static string? ParentOf(PlanStage stage, PlanBuild build) =>
        build.Stages.LastOrDefault(s => stage.DependsOn.Contains(s.Name))?.Name;
}
