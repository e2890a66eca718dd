using System.Collections.Immutable;
using PromptDsl.Planning;
using PromptDsl.Runtime.Execution;

namespace PromptDsl.Runtime.Runs;

/// <summary>Puts together what the plan and the journal of a run say about its stages.</summary>
internal static class StageSummaries
{
    /// <summary>The stages in the order of the plan, then those with pictures that the plan has no more.</summary>
    public static ImmutableArray<StageSummary> Of(RunSummary run, RunPlan plan)
    {
        var planned = plan.Stages.ToDictionary(s => s.Node);
        ILookup<PlanKey, PictureWritten> pictures = run.Pictures.ToLookup(p => p.Node);
        Dictionary<PlanKey, StageLeft> left = Left(run);
        var answers = run.Records.OfType<SendingFailed>().ToLookup(f => f.Sending.Node);
        ILookup<PlanKey, WaitingBatch> batches = run
            .PendingBatches.SelectMany(b => b.Sendings.Select(s => (s.Node, Batch: b)))
            .ToLookup(s => s.Node, s => s.Batch);
        HashSet<PlanKey> open = Open(run);
        return
        [
            .. from node in plan.Stages.Select(s => s.Node).Union(pictures.Select(p => p.Key))
            let stage = new StageSummary(node)
            {
                Plan = planned.GetValueOrDefault(node),
                Pictures = [.. pictures[node].OrderBy(p => p.Variant)],
                Left = left.GetValueOrDefault(node),
                Batch = batches[node].FirstOrDefault(),
                IsOpen = open.Contains(node),
            }
            select stage with
            {
                Status = StatusOf(stage, run.Status),
                Answer = stage.Left?.Kind is RunFailureKind.Provider or RunFailureKind.Moderation
                    ? answers[node].LastOrDefault()
                    : null,
            },
        ];
    }

    /// <summary>How stages ended since the run went on for the last time: before that, each had another chance.</summary>
    private static Dictionary<PlanKey, StageLeft> Left(RunSummary run)
    {
        var left = new Dictionary<PlanKey, StageLeft>();
        foreach (JournalRecord record in run.Records)
        {
            if (record is RunContinued)
            {
                left.Clear();
            }
            else if (record is StageLeft stage)
            {
                left[stage.Node] = stage;
            }
        }

        return left;
    }

    private static HashSet<PlanKey> Open(RunSummary run)
    {
        var open = new Dictionary<string, PlanKey>(StringComparer.Ordinal);
        foreach (JournalRecord record in run.Records)
        {
            switch (record)
            {
                case SendingIntended sent:
                    open[sent.Sending.Request] = sent.Sending.Node;
                    break;
                case SendingAnswered answered:
                    open.Remove(answered.Sending.Request);
                    break;
                case SendingFailed failed:
                    open.Remove(failed.Sending.Request);
                    break;
            }
        }

        return [.. open.Values];
    }

    private static NodeStatus? StatusOf(StageSummary stage, RunStatus? run) =>
        stage.Left?.Status
        ?? (
            stage.Pictures.Length >= (stage.Plan?.Variants ?? 1) ? NodeStatus.Made
            : stage.Batch is not null || run == RunStatus.Pending ? NodeStatus.Pending
            : run is null ? null
            : NodeStatus.NotMade
        );
}
