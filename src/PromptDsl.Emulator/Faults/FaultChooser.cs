using System.Collections.Immutable;

namespace PromptDsl.Emulator.Faults;

/// <summary>Finds the fault of each request, and counts for the rules that count.</summary>
internal sealed class FaultChooser(ImmutableArray<FaultRule> rules)
{
    private readonly Lock _gate = new();
    private ImmutableArray<State> _states = [.. rules.Select(r => new State(r))];

    /// <summary>The fault of the first rule that matches; rules after it do not see the request.</summary>
    public Fault? Choose(FaultSubject subject)
    {
        lock (_gate)
        {
            return _states.FirstOrDefault(s => s.Matches(subject))?.Rule.Fault;
        }
    }

    public void Reset()
    {
        lock (_gate)
        {
            _states = [.. rules.Select(r => new State(r))];
        }
    }

    private sealed class State(FaultRule rule)
    {
        private readonly Random _random = new(rule.Seed);
        private int _seen;
        private int _used;

        public FaultRule Rule => rule;

        public bool Matches(FaultSubject subject)
        {
            if (
                (rule.Endpoint is not null && rule.Endpoint != subject.Endpoint)
                || (rule.Model is not null && rule.Model != subject.Model)
                || (rule.Prompt is { } part && subject.Prompt?.Contains(part, StringComparison.Ordinal) != true)
                || (rule.InBatch is { } inBatch && inBatch != subject.IsInBatch)
                || !FaultScope.Includes(rule.Fault.Kind, subject)
            )
            {
                return false;
            }

            _seen++;
            bool isMeant =
                (rule.Request is null || rule.Request == _seen)
                && (rule.Times is null || _used < rule.Times)
                && (rule.Chance is not { } chance || _random.NextDouble() < chance);
            _used += isMeant ? 1 : 0;
            return isMeant;
        }
    }
}
