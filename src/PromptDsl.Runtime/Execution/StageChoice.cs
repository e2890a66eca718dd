using PromptDsl.Compilation;

namespace PromptDsl.Runtime.Execution;

/// <summary>Which stages of a build take part in a run.</summary>
internal sealed class StageChoice
{
    private readonly HashSet<string> _sent;
    private readonly HashSet<string> _before;

    private StageChoice(HashSet<string> sent, HashSet<string> before)
    {
        _sent = sent;
        _before = before;
    }

    /// <summary>
    /// Up to the last stage and what it builds on; from the first stage and what builds on it, with what those
    /// read besides. A build that lacks either takes no part.
    /// </summary>
    public static StageChoice Of(CompiledBuild build, RunOptions options)
    {
        HashSet<string> sent = [.. build.Stages.Select(s => s.Name)];
        if ((options.From is { } f && !sent.Contains(f)) || (options.Until is { } u && !sent.Contains(u)))
        {
            return new StageChoice([], []);
        }

        if (options.Until is { } last)
        {
            HashSet<string> needed = [last];
            foreach (CompiledStage stage in build.Stages.Reverse().Where(s => needed.Contains(s.Name)))
            {
                needed.UnionWith(RunGraph.NeedsOf(stage));
            }

            sent = needed;
        }

        HashSet<string> before = [];
        if (options.From is { } first)
        {
            HashSet<string> following = [first];
            foreach (CompiledStage stage in build.Stages.Where(s => RunGraph.NeedsOf(s).Any(following.Contains)))
            {
                following.Add(stage.Name);
            }

            sent.IntersectWith(following);
            before = [.. build.Stages.Where(s => sent.Contains(s.Name)).SelectMany(RunGraph.NeedsOf).Except(sent)];
        }

        return new StageChoice(sent, before);
    }

    public bool Has(string stage) => _sent.Contains(stage) || _before.Contains(stage);

    /// <summary>Whether the run begins after a stage, and reads its picture.</summary>
    public bool IsBefore(string stage) => _before.Contains(stage);
}
