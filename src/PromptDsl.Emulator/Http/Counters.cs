using System.Collections.Immutable;
using PromptDsl.Emulator.Files;

namespace PromptDsl.Emulator.Http;

/// <summary>Counts requests, answers and faults.</summary>
internal sealed class Counters(FileStore files)
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, int> _requests = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, int> _answers = [];
    private readonly SortedDictionary<string, int> _faults = new(StringComparer.Ordinal);
    private int _atOnce;
    private int _mostAtOnce;

    public EmulatorCounters Snapshot()
    {
        lock (_gate)
        {
            return new EmulatorCounters(
                _requests.ToImmutableSortedDictionary(StringComparer.Ordinal),
                _answers.ToImmutableSortedDictionary(),
                _faults.ToImmutableSortedDictionary(StringComparer.Ordinal),
                _mostAtOnce,
                files.Kept,
                files.Deleted
            );
        }
    }

    public void Begin(string endpoint)
    {
        lock (_gate)
        {
            _requests[endpoint] = _requests.GetValueOrDefault(endpoint) + 1;
            _mostAtOnce = Math.Max(_mostAtOnce, ++_atOnce);
        }
    }

    public void End(int status)
    {
        lock (_gate)
        {
            _answers[status] = _answers.GetValueOrDefault(status) + 1;
            _atOnce--;
        }
    }

    public void CountFault(string name)
    {
        lock (_gate)
        {
            _faults[name] = _faults.GetValueOrDefault(name) + 1;
        }
    }

    /// <summary>Requests that are being answered stay counted as such.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _requests.Clear();
            _answers.Clear();
            _faults.Clear();
            _mostAtOnce = _atOnce;
        }
    }
}
