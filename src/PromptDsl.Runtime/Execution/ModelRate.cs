using PromptDsl.Runtime.Providers;

namespace PromptDsl.Runtime.Execution;

/// <summary>The limits of one model: requests, images and tokens a minute, and a hold that a server asked for.</summary>
internal sealed class ModelRate
{
    private readonly Lock _lock = new();
    private readonly RateBucket _requests = new();
    private readonly RateBucket _images = new();
    private readonly RateBucket _tokens = new();
    private DateTimeOffset _heldUntil = DateTimeOffset.MinValue;

    /// <summary>Takes a request if it may be sent now.</summary>
    /// <returns>Zero when it was taken, else how long to wait.</returns>
    public TimeSpan TryTake(int images, long tokens, DateTimeOffset now)
    {
        lock (_lock)
        {
            TimeSpan wait = new[]
            {
                _heldUntil - now,
                _requests.WaitFor(1, now),
                _images.WaitFor(images, now),
                _tokens.WaitFor(tokens, now),
            }.Max();
            if (wait > TimeSpan.Zero)
            {
                return wait;
            }

            _requests.Take(1);
            _images.Take(images);
            _tokens.Take(tokens);
            return TimeSpan.Zero;
        }
    }

    /// <summary>Takes over what response headers say.</summary>
    public void Learn(RateLimits limits, DateTimeOffset now)
    {
        lock (_lock)
        {
            _requests.Learn(limits.LimitRequests, limits.RemainingRequests, now);
            _images.Learn(limits.LimitImages, limits.RemainingImages, now);
            _tokens.Learn(limits.LimitTokens, limits.RemainingTokens, now);
            HoldWhenEmpty(limits.RemainingRequests, limits.ResetRequests, now);
            HoldWhenEmpty(limits.RemainingImages, limits.ResetImages, now);
            HoldWhenEmpty(limits.RemainingTokens, limits.ResetTokens, now);
        }
    }

    /// <summary>Sends nothing until then.</summary>
    public void Hold(DateTimeOffset until)
    {
        lock (_lock)
        {
            _heldUntil = until > _heldUntil ? until : _heldUntil;
        }
    }

    /// <summary>Of a limit that is not stated as a number it is known at least when it is back.</summary>
    private void HoldWhenEmpty(long? remaining, TimeSpan? reset, DateTimeOffset now)
    {
        if (remaining == 0 && reset is { } wait && now + wait > _heldUntil)
        {
            _heldUntil = now + wait;
        }
    }
}
