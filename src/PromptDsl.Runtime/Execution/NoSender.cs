namespace PromptDsl.Runtime.Execution;

/// <summary>Stands where requests are sent when a run has been stopped: what came is there, and nothing else comes.</summary>
internal sealed class NoSender(RunContext run) : ISender
{
    public bool HasBrought(string request) => true;

    public Task<SendingOutcome> SendAsync(Sending sending) =>
        Task.FromResult(
            run.Journal.State.IsBatched(sending.Key.Request) ? SendingOutcome.Batched : SendingOutcome.Stopped
        );
}
