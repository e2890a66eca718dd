using System.Globalization;

namespace PromptDsl.Emulator.Accounting;

/// <summary>Counts requests, tokens and pictures against their limits; each is a bucket that refills steadily.</summary>
internal sealed class RateLimiter
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;
    private readonly RateLimitOptions? _options;
    private Bucket[] _buckets = [];

    public RateLimiter(RateLimitOptions? options, TimeProvider clock)
    {
        _options = options;
        _clock = clock;
        Reset();
    }

    /// <summary>Takes what a request needs, all or nothing.</summary>
    /// <returns>How long to wait when it is too much; null when it was taken.</returns>
    public (TimeSpan Wait, string What)? Take(int tokens, int images)
    {
        lock (_gate)
        {
            long now = _clock.GetTimestamp();
            foreach (Bucket bucket in _buckets)
            {
                bucket.Refill(_clock.GetElapsedTime(bucket.At, now), now);
            }

            foreach (Bucket bucket in _buckets)
            {
                if (bucket.TimeUntil(bucket.NeedOf(tokens, images)) is { } wait && wait > TimeSpan.Zero)
                {
                    return (wait, bucket.Name);
                }
            }

            foreach (Bucket bucket in _buckets)
            {
                bucket.Take(bucket.NeedOf(tokens, images));
            }

            return null;
        }
    }

    /// <summary>The headers that speak of requests and tokens; of pictures none is known.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers()
    {
        lock (_gate)
        {
            var headers = new List<KeyValuePair<string, string>>();
            foreach (Bucket bucket in _buckets.Where(b => b.Name != Bucket.Images))
            {
                headers.Add(new($"x-ratelimit-limit-{bucket.Name}", Number(bucket.Limit)));
                headers.Add(new($"x-ratelimit-remaining-{bucket.Name}", Number((long)bucket.Level)));
                headers.Add(new($"x-ratelimit-reset-{bucket.Name}", Duration(bucket.TimeUntil(bucket.Limit))));
            }

            return headers;
        }
    }

    public void Reset()
    {
        lock (_gate)
        {
            long now = _clock.GetTimestamp();
            _buckets =
            [
                .. new (string Name, int? Limit)[]
                {
                    (Bucket.Requests, _options?.Requests),
                    (Bucket.Tokens, _options?.Tokens),
                    (Bucket.Images, _options?.Images),
                }
                    .Where(b => b.Limit is not null)
                    .Select(b => new Bucket(b.Name, b.Limit!.Value, _options!.Window, now)),
            ];
        }
    }

    /// <summary>As the service writes it: <c>20ms</c>, <c>1.5s</c>, <c>6m0s</c>.</summary>
    internal static string Duration(TimeSpan time) =>
        time < TimeSpan.FromSeconds(1)
            ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalMilliseconds)}ms")
        : time < TimeSpan.FromMinutes(1) ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###}s")
        : string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes}m{time.Seconds}s");

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed class Bucket(string name, int limit, TimeSpan window, long at)
    {
        public const string Requests = "requests";
        public const string Tokens = "tokens";
        public const string Images = "images";

        public string Name => name;

        public int Limit => limit;

        public double Level { get; private set; } = limit;

        public long At { get; private set; } = at;

        public int NeedOf(int tokens, int images) =>
            name switch
            {
                Tokens => tokens,
                Images => images,
                _ => 1,
            };

        public void Refill(TimeSpan elapsed, long now)
        {
            Level = Math.Min(limit, Level + elapsed / window * limit);
            At = now;
        }

        // What is more than the bucket holds passes when it is full, or it would never pass.
        public TimeSpan TimeUntil(int need) => window * Math.Max(0, (Math.Min(need, limit) - Level) / limit);

        public void Take(int need) => Level -= need;
    }
}
