using PromptDsl.Runtime.Events;

namespace PromptDsl.Runtime.Execution;

/// <summary>Tells what happens, one event after the other, each with its time.</summary>
internal sealed class EventSink(IProgress<RunEvent>? progress, TimeProvider time)
{
    private readonly Lock _lock = new();

    public void Report(RunEvent happened)
    {
        if (progress is null)
        {
            return;
        }

        lock (_lock)
        {
            progress.Report(happened with { Time = time.GetUtcNow() });
        }
    }
}
