using PromptDsl.Runtime.Budgets;
using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Runs;
using PromptDsl.Targets.Prices;

namespace PromptDsl.Runtime.Execution;

/// <summary>Makes the record of an outcome.</summary>
internal static class SendingRecords
{
    /// <summary>Makes a record.</summary>
    /// <param name="key">What was sent.</param>
    /// <param name="node">Its stage; null when the files have it no more.</param>
    /// <param name="price">What it was estimated to cost.</param>
    /// <param name="outcome">What became of it.</param>
    /// <param name="records">The run that its pictures belong to.</param>
    public static JournalRecord Of(
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
                ModerationCategories = failure.ModerationCategories,
            },
            _ => throw new ArgumentOutOfRangeException(
                nameof(outcome),
                outcome,
                "An outcome is an answer or a failure."
            ),
        };

    public static PriceRange CostOf(JournalRecord record) =>
        record switch
        {
            SendingAnswered answered => answered.Cost,
            SendingFailed failed => failed.Cost,
            _ => PriceRange.Zero,
        };
}
