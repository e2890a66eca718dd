using PromptDsl.Runtime.Budgets;
using PromptDsl.Runtime.Files;
using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Runs;
using PromptDsl.Targets.Prices;

namespace PromptDsl.Runtime.Execution;

/// <summary>Puts on record what became of a sending.</summary>
internal static class SendingRecords
{
    /// <summary>
    /// Looks at the pictures of an outcome, flushes them, and appends the record of it. Nothing ends this half way, as
    /// what is not on record would be paid again.
    /// </summary>
    /// <param name="run">The run that the pictures belong to.</param>
    /// <param name="key">What was sent.</param>
    /// <param name="node">Its stage; null when the files have it no more.</param>
    /// <param name="price">What it was estimated to cost.</param>
    /// <param name="outcome">What became of it.</param>
    /// <exception cref="IOException">It could not be written.</exception>
    public static async Task<RecordedOutcome> AppendAsync(
        RunContext run,
        SendingKey key,
        RunNode? node,
        PriceRange price,
        ProviderOutcome outcome
    )
    {
        ProviderOutcome inspected = node is null
            ? outcome
            : await PictureInspection.InspectAsync(outcome, node.Request);
        if (inspected is ProviderAnswer answer)
        {
            if (answer.Loss is { } loss)
            {
                run.Logger.PicturesMissing(key.Node, loss);
            }

            await Task.WhenAll(answer.Pictures.Select(p => Disk.FlushAsync(p.Path)));
        }

        JournalRecord record = RecordOf(key, node, price, inspected, run.Records);
        await run.Journal.AppendAsync(record);
        return new RecordedOutcome(record as SendingAnswered, inspected as ProviderFailure, CostOf(record));
    }

    private static JournalRecord RecordOf(
        SendingKey key,
        RunNode? node,
        PriceRange price,
        ProviderOutcome outcome,
        RunRecords records
    ) =>
        outcome switch
        {
            ProviderAnswer answer => new SendingAnswered(
                key,
                [.. answer.Pictures.Select(p => p with { Path = records.Relative(p.Path) })],
                answer.Usage,
                node is null ? UsagePrices.Uncounted(price)
                    : node.IsPaid ? UsagePrices.CostOf(node.Model, node.Stage, answer.Usage, price)
                    : PriceRange.Zero
            )
            {
                RequestId = answer.RequestId,
                ResponseId = answer.ResponseId,
                RevisedPrompt = answer.RevisedPrompt,
            },
            ProviderFailure failure => new SendingFailed(
                key,
                failure.Kind,
                failure.Message,
                failure.MayHaveBeenPaid ? PerhapsPaid.Of(price) : PriceRange.Zero
            )
            {
                MayHaveBeenPaid = failure.MayHaveBeenPaid,
                Status = failure.Status,
                Code = failure.Code,
                RequestId = failure.RequestId,
                ModerationStage = failure.ModerationStage,
                ModerationCategories = failure.ModerationCategories,
            },
            _ => throw new ArgumentOutOfRangeException(
                nameof(outcome),
                outcome,
                "An outcome is an answer or a failure."
            ),
        };

    private static PriceRange CostOf(JournalRecord record) =>
        record switch
        {
            SendingAnswered answered => answered.Cost,
            SendingFailed failed => failed.Cost,
            _ => PriceRange.Zero,
        };
}
