using System.Collections.Immutable;
using PromptDsl.Compilation;
using PromptDsl.Diagnostics;
using PromptDsl.Runtime.Files;
using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Verification;
using PromptDsl.Text;

namespace PromptDsl.Runtime.Execution;

/// <summary>Says why stages failed, and where in the source.</summary>
internal static class Failures
{
    /// <summary>How often a request may be lost: once, and once again.</summary>
    private const int MostLost = 2;

    public static SendingOutcome Of(Sending sending, ProviderFailure failure, int attempts)
    {
        bool isModerated = failure.Kind == FailureKind.Moderated;
        RunFailure reported = Create(
            sending.Node,
            isModerated ? RunFailureKind.Moderation : RunFailureKind.Provider,
            isModerated ? Refusal(failure) : failure.Message.TrimEnd('.')
        ) with
        {
            Help = HelpFor(failure.Kind),
            Provider = failure,
            Attempts = attempts,
            Places = isModerated ? AuthoredPlaces(sending.Node.Stage) : [],
        };
        return new SendingOutcome(SendingState.Failed) { Failure = reported };
    }

    /// <summary>A request that was lost too often, or may not be repeated at all; null when it may be sent.</summary>
    public static SendingOutcome? Lost(RunContext run, Sending sending, int attempts)
    {
        int lost = run.Journal.State.Lost(sending.Key.Request);
        if (lost < (run.Options.Retry.RepeatsUnknownOutcome ? MostLost : 1))
        {
            return null;
        }

        RunFailure failure = Create(
            sending.Node,
            RunFailureKind.OutcomeUnknown,
            lost == 1
                ? "the request was sent and its answer was lost; it may have been paid"
                : $"the request was sent {lost} times and its answers were lost; they may have been paid"
        ) with
        {
            Help = "A new run sends it again; what this run has made is taken from the cache.",
            Attempts = attempts,
        };
        return new SendingOutcome(SendingState.Failed) { Failure = failure };
    }

    public static SendingOutcome OverBudget(RunContext run, Sending sending) =>
        new(SendingState.Failed)
        {
            Failure = Create(
                sending.Node,
                RunFailureKind.Budget,
                $"the request costs up to {sending.Node.Price.High ?? sending.Node.Price.Low}, which with the {run.Ledger.Now.Spent} spent is more than {run.Options.MaxCost}"
            ) with
            {
                Help = "Resume the run with a larger budget: what it has paid for is not sent again.",
            },
        };

    public static SendingOutcome NotForBatch(Sending sending, string reason) =>
        new(SendingState.Failed)
        {
            Failure = Create(
                sending.Node,
                RunFailureKind.Batch,
                $"the request cannot go into a batch: {reason.TrimEnd('.')}"
            ) with
            {
                Help = "Run it without batches.",
            },
        };

    /// <summary>A file of the stage cannot be written, or one of the run.</summary>
    public static RunFailure Storage(RunNode node, Exception failure) =>
        Create(node, RunFailureKind.Storage, failure.Message.TrimEnd('.')) with
        {
            Help = $"{RemedyFor(failure)}, then resume the run: what is paid for and on record is not sent again.",
        };

    /// <summary>What makes a file fit to be written, as the beginning of a sentence.</summary>
    public static string RemedyFor(Exception failure) =>
        failure is FileWriteException { IsDiskFull: true } ? "Make room" : "Put that right";

    public static RunFailure Expectations(RunNode node, ImmutableArray<PictureCheck> checks)
    {
        ImmutableArray<PictureCheck> failed = [.. checks.Where(c => c.Status == CheckStatus.Failed)];
        return Create(node, RunFailureKind.Expectation, string.Join("; ", failed.Select(c => c.Message))) with
        {
            Help = "The picture is kept. A run without the cache asks for another one.",
            Places = [.. failed.Select(c => new DiagnosticLabel(c.Place, c.Message))],
        };
    }

    public static RunFailure Create(RunNode node, RunFailureKind kind, string message) =>
        new(node.Key, kind, message) { Primary = new DiagnosticLabel(node.Stage.Model.Place, "") };

    private static string Refusal(ProviderFailure failure)
    {
        string what = failure.ModerationStage switch
        {
            "input" => "moderation refused the prompt or an input picture",
            "output" => "moderation refused the picture that was made",
            _ => "moderation refused the request",
        };
        return failure.ModerationCategories.IsEmpty
            ? what
            : $"{what}: {string.Join(", ", failure.ModerationCategories)}";
    }

    private static string? HelpFor(FailureKind kind) =>
        kind switch
        {
            FailureKind.QuotaExhausted => "Add credit or raise the limit, then resume the run.",
            FailureKind.Unauthorized => "Check the key and what it may do.",
            FailureKind.ModelNotFound => "`promptc models` lists the models and when they retire.",
            FailureKind.Moderated => "Change the lines that produced the prompt.",
            _ => null,
        };

    /// <summary>What the author wrote, in the order of the prompt: on each line from the first part to the last.</summary>
    private static ImmutableArray<DiagnosticLabel> AuthoredPlaces(CompiledStage stage) =>
        [
            .. from entry in stage.Prompt.SourceMap
            where entry.IsAuthored
            group entry.Source by (entry.Source.Source, entry.Source.Start.Line) into line
            select new DiagnosticLabel(Around([.. line]), ""),
        ];

    private static SourceSpan Around(ImmutableArray<SourceSpan> places) =>
        new(places[0].Source, TextSpan.FromBounds(places.Min(p => p.Span.Start), places.Max(p => p.Span.End)));
}
