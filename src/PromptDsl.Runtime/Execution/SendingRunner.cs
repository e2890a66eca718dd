using System.Collections.Immutable;
using PromptDsl.Runtime.Caching;
using PromptDsl.Runtime.Events;
using PromptDsl.Runtime.Files;
using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Runs;

namespace PromptDsl.Runtime.Execution;

/// <summary>Brings the pictures of a sending: from the record of the run, from the cache, or by sending it.</summary>
internal sealed class SendingRunner(RunContext run, ISender sender)
{
    public async Task<SendingOutcome> RunAsync(Sending sending)
    {
        try
        {
            await using ICacheLease lease = await run.Cache.LeaseAsync(
                sending.Key.Request,
                () =>
                    run.Events.Report(new NodeWaiting(sending.Node.Key, sending.Ordinal, WaitReason.SameRequest, null)),
                run.Stopping
            );
            SendingOutcome outcome =
                await FindInRecordsAsync(sending)
                ?? await FindInCacheAsync(sending, lease)
                ?? FindRefusal(sending)
                ?? await sender.SendAsync(sending);
            if (outcome.State == SendingState.Made)
            {
                await StoreAsync(sending, lease, outcome.ToEntry());
            }

            return outcome;
        }
        catch (OperationCanceledException) when (run.Stopping.IsCancellationRequested)
        {
            return SendingOutcome.Stopped;
        }
    }

    private async Task<SendingOutcome?> FindInRecordsAsync(Sending sending)
    {
        if (run.Journal.State.Answer(sending.Key.Request) is not { } answered)
        {
            return null;
        }

        bool isNew = sender.HasBrought(sending.Key.Request);
        var outcome = SendingOutcome.From(isNew ? SendingState.Made : SendingState.Reused, answered, run.Records);
        foreach (PictureFile picture in outcome.Pictures)
        {
            if (!File.Exists(picture.Path) || await DurableFile.HashAsync(picture.Path, run.Aborting) != picture.Sha256)
            {
                return null;
            }
        }

        if (!isNew)
        {
            run.Events.Report(new NodeReused(sending.Node.Key, sending.Ordinal, ReuseSource.Run));
        }

        return outcome;
    }

    private SendingOutcome? FindRefusal(Sending sending) =>
        run.Journal.State.Refusal(sending.Key.Request) is { } refusal
            ? Failures.Of(sending, refusal.ToFailure(), attempts: 1)
            : null;

    private async Task<SendingOutcome?> FindInCacheAsync(Sending sending, ICacheLease lease)
    {
        if (run.Options.NoCache)
        {
            return null;
        }

        string folder = run.Records.NextPictureFolder(sending.Key.Request);
        if (await lease.FindAsync(folder, run.Aborting) is not { } entry)
        {
            return null;
        }

        ImmutableArray<PictureFile> recorded =
        [
            .. entry.Pictures.Select(p => p with { Path = run.Records.Relative(p.Path) }),
        ];
        await run.Journal.AppendAsync(
            new SendingReused(sending.Key, ReuseSource.Cache, recorded)
            {
                Usage = entry.Usage,
                ResponseId = entry.ResponseId,
                RevisedPrompt = entry.RevisedPrompt,
            }
        );
        run.Events.Report(new NodeReused(sending.Node.Key, sending.Ordinal, ReuseSource.Cache));
        return SendingOutcome.From(entry);
    }

    /// <summary>The picture is safe in the folder of the run: that the cache cannot keep it fails nothing.</summary>
    private async Task StoreAsync(Sending sending, ICacheLease lease, CacheEntry entry)
    {
        try
        {
            await lease.StoreAsync(entry, run.Aborting);
        }
        catch (Exception e) when (FileWriteException.IsOfDisk(e))
        {
            run.Logger.PictureNotCached(sending.Node.Key, e);
        }
    }
}
