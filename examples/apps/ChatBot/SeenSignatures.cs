namespace ChatBot;

/// <summary>
/// Remembers the signatures of requests for as long as they are any good, so that nobody sends one again who recorded
/// it. The memory is that of this process: behind several, keep them where all look.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="most">How many are remembered; requests beyond them are refused rather than forgotten.</param>
internal sealed class SeenSignatures(TimeProvider time, int most = 10_000)
{
    // From the earliest to the latest moment at which a signature is good.
    private static readonly TimeSpan Kept = 2 * RequestSignature.Window;

    private readonly Lock _gate = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Queue<(DateTimeOffset Until, string Signature)> _order = new();

    /// <summary>Whether a signature is seen for the first time; it is remembered then.</summary>
    public bool TryAdd(string signature)
    {
        lock (_gate)
        {
            DateTimeOffset now = time.GetUtcNow();
            while (_order.TryPeek(out var first) && first.Until < now)
            {
                _order.Dequeue();
                _seen.Remove(first.Signature);
            }

            if (_seen.Count >= most || !_seen.Add(signature))
            {
                return false;
            }

            _order.Enqueue((now + Kept, signature));
            return true;
        }
    }
}
