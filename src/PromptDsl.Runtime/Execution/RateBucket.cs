namespace PromptDsl.Runtime.Execution;

/// <summary>One limit a minute of one model: it empties with what is sent and fills again steadily.</summary>
internal sealed class RateBucket
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private double _level;
    private DateTimeOffset _at;
    private long? _limit;

    /// <summary>Takes over what is known about the limit.</summary>
    public void Learn(long? limit, long? remaining, DateTimeOffset now)
    {
        Refill(now);
        if (limit is > 0 && limit != _limit)
        {
            // What was taken before stays taken.
            _level = _limit is null ? limit.Value : Math.Max(0, _level + limit.Value - _limit.Value);
            _limit = limit;
        }

        if (remaining is { } left && _limit is not null)
        {
            _level = Math.Min(_level, left);
        }
    }

    /// <summary>How long until so much may be taken; more than the limit is taken as all of it.</summary>
    public TimeSpan WaitFor(long amount, DateTimeOffset now)
    {
        Refill(now);
        if (_limit is not { } limit)
        {
            return TimeSpan.Zero;
        }

        double missing = Math.Min(amount, limit) - _level;

        // A clock counts in ticks: rounded up, so that waiting so long is enough.
        return missing <= 0
            ? TimeSpan.Zero
            : TimeSpan.FromTicks((long)Math.Ceiling(missing / limit * Window.Ticks) + 1);
    }

    public void Take(long amount)
    {
        if (_limit is { } limit)
        {
            _level -= Math.Min(amount, limit);
        }
    }

    private void Refill(DateTimeOffset now)
    {
        if (_limit is { } limit && now > _at)
        {
            _level = Math.Min(limit, _level + (now - _at) / Window * limit);
        }

        _at = now;
    }
}
