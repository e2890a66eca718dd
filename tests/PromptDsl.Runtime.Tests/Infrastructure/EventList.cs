using PromptDsl.Runtime.Events;

namespace PromptDsl.Runtime.Tests.Infrastructure;

/// <summary>Keeps every event.</summary>
internal sealed class EventList : IProgress<RunEvent>
{
    private readonly List<RunEvent> _all = [];

    /// <summary>Called with each event, after it is kept.</summary>
    public Action<RunEvent>? Then { get; set; }

    public List<RunEvent> All
    {
        get
        {
            lock (_all)
            {
                return [.. _all];
            }
        }
    }

    public IEnumerable<T> Of<T>()
        where T : RunEvent => All.OfType<T>();

    public void Report(RunEvent value)
    {
        lock (_all)
        {
            _all.Add(value);
        }

        Then?.Invoke(value);
    }
}
