using PromptDsl.Runtime.Budgets;
using PromptDsl.Runtime.Events;
using PromptDsl.Runtime.Files;
using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Runs;
using PromptDsl.Targets.Prices;

namespace PromptDsl.Runtime.Execution;

/// <summary>Sends requests one by one: within the budget and the limits, recorded before and after, again where that helps.</summary>
internal sealed class DirectSender(RunContext run) : ISender
{
    public bool HasBrought(string request) => false;

    public async Task<SendingOutcome> SendAsync(Sending sending)
    {
        var failures = new Dictionary<FailureKind, int>();
        for (int attempt = 1; ; attempt++)
        {
            if (Failures.Lost(run, sending, attempt - 1) is { } lost)
            {
                return lost;
            }

            (SendingOutcome? done, ProviderFailure? failure) = await AttemptAsync(sending, attempt);
            if (done is not null)
            {
                return done;
            }

            int count = failures[failure!.Kind] = failures.GetValueOrDefault(failure.Kind) + 1;
            if (run.Options.Retry.DelayAfter(failure, count, run.NextJitter()) is not { } delay)
            {
                return Failures.Of(sending, failure, attempt);
            }

            run.Events.Report(
                new NodeRetrying(sending.Node.Key, sending.Ordinal, attempt, delay, failure.Kind, failure.Message)
            );
            if (failure.Kind is FailureKind.RateLimited or FailureKind.Overloaded && failure.RetryAfter is { } hold)
            {
                run.Gate.Hold(sending.Node.Request.Model, hold);
            }

            await Task.Delay(delay, run.Time, run.Stopping);
        }
    }

    private async Task<(SendingOutcome? Done, ProviderFailure? Failure)> AttemptAsync(Sending sending, int attempt)
    {
        PriceRange price = sending.Node.Price;
        PriceRange cost = PriceRange.Zero;
        Reservation? reservation = null;
        try
        {
            ProviderOutcome outcome;
            using (
                IDisposable place = await run.Gate.EnterAsync(
                    sending.Node,
                    wait => Waits(sending, WaitReason.RateLimit, wait),
                    run.Stopping
                )
            )
            {
                reservation = await run.Ledger.ReserveAsync(
                    price,
                    () => Waits(sending, WaitReason.Budget, null),
                    run.Stopping
                );
                if (reservation is null)
                {
                    return (Failures.OverBudget(run, sending), null);
                }

                run.Stopping.ThrowIfCancellationRequested();
                cost = PerhapsPaid.Of(price);
                outcome = await ExchangeAsync(sending, attempt, price, place);
            }

            RecordedOutcome recorded = await SendingRecords.AppendAsync(run, sending.Key, sending.Node, price, outcome);
            cost = recorded.Cost;
            return recorded.Answer is { } answer
                ? (SendingOutcome.From(SendingState.Made, answer, run.Records), null)
                : (null, recorded.Failure);
        }
        finally
        {
            if (reservation is not null)
            {
                run.Ledger.Settle(reservation, cost);
            }
        }
    }

    /// <summary>Whatever happens from the first line on, the record shows that the request may have been sent.</summary>
    private async Task<ProviderOutcome> ExchangeAsync(Sending sending, int attempt, PriceRange price, IDisposable place)
    {
        ProviderRequest request = sending.ToRequest(
            run.Records.NewPictureFolder(sending.Key.Request),
            partial =>
                run.Events.Report(new NodePartial(sending.Node.Key, sending.Ordinal, partial.Index, partial.Path)),
            // The next one is sent while the disk takes this one's pictures.
            place.Dispose
        );
        // No kill of the process undoes the line. It reaches the disk while the request is under way, not before: only
        // a power cut in these milliseconds could make a request be repeated that nothing shows as sent.
        Task intended = run.Journal.AppendAsync(new SendingIntended(sending.Key, attempt, price));
        try
        {
            run.Events.Report(new NodeSent(sending.Node.Key, sending.Ordinal, attempt));
            ProviderOutcome outcome = await run.Provider.SendAsync(request, run.Aborting);
            LearnFrom(sending, outcome);
            return outcome;
        }
        catch (Exception e) when (FileWriteException.IsOfDisk(e))
        {
            // Before the next one has the place: its picture would be lost too.
            run.StopSending();
            throw;
        }
        finally
        {
            place.Dispose();
            await intended;
        }
    }

    private void LearnFrom(Sending sending, ProviderOutcome outcome)
    {
        if (outcome.Limits is { } limits)
        {
            run.Gate.Learn(sending.Node.Request.Model, limits);
        }

        if (outcome is ProviderFailure { IsOfAccount: true } failure)
        {
            run.StopFor(failure);
        }
    }

    private void Waits(Sending sending, WaitReason reason, TimeSpan? delay) =>
        run.Events.Report(new NodeWaiting(sending.Node.Key, sending.Ordinal, reason, delay));
}
