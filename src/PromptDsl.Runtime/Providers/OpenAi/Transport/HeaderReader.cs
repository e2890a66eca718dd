using System.ClientModel.Primitives;
using System.Globalization;
using System.Net.Http.Headers;

namespace PromptDsl.Runtime.Providers.OpenAi.Transport;

/// <summary>Reads what response headers say about limits and about trying again.</summary>
internal static class HeaderReader
{
    public static string? RequestId(PipelineResponseHeaders headers) =>
        Find(headers, "x-request-id") ?? Find(headers, "apim-request-id");

    /// <summary>The limits, or null when no header states one.</summary>
    public static RateLimits? Limits(PipelineResponseHeaders headers)
    {
        var limits = new RateLimits
        {
            LimitRequests = Number(headers, "x-ratelimit-limit-requests"),
            RemainingRequests = Number(headers, "x-ratelimit-remaining-requests"),
            ResetRequests = HeaderDuration.Parse(Find(headers, "x-ratelimit-reset-requests")),
            LimitTokens = Number(headers, "x-ratelimit-limit-tokens"),
            RemainingTokens = Number(headers, "x-ratelimit-remaining-tokens"),
            ResetTokens = HeaderDuration.Parse(Find(headers, "x-ratelimit-reset-tokens")),
            LimitImages = Number(headers, "x-ratelimit-limit-images"),
            RemainingImages = Number(headers, "x-ratelimit-remaining-images"),
            ResetImages = HeaderDuration.Parse(Find(headers, "x-ratelimit-reset-images")),
        };
        return limits == new RateLimits() ? null : limits;
    }

    /// <summary>
    /// How long to wait: <c>retry-after-ms</c> is finer than <c>Retry-After</c>, which is in seconds or a date.
    /// </summary>
    public static TimeSpan? RetryAfter(PipelineResponseHeaders headers, TimeProvider clock) =>
        HeaderDuration.FromMilliseconds(Find(headers, "retry-after-ms"))
        ?? HeaderDuration.FromMilliseconds(Find(headers, "x-ms-retry-after-ms"))
        ?? HeaderDuration.FromSeconds(Find(headers, "retry-after"))
        ?? UntilDate(headers, clock);

    /// <summary>What <c>x-should-retry</c> says.</summary>
    public static bool? ShouldRetry(PipelineResponseHeaders headers) =>
        Find(headers, "x-should-retry") switch
        {
            "true" => true,
            "false" => false,
            _ => null,
        };

    public static string? Find(PipelineResponseHeaders headers, string name) =>
        headers.TryGetValue(name, out string? value) ? value?.Trim() : null;

    // Measured from the date of the response: the clocks of the two sides need not agree.
    private static TimeSpan? UntilDate(PipelineResponseHeaders headers, TimeProvider clock)
    {
        if (Date(headers, "retry-after") is not { } until)
        {
            return null;
        }

        TimeSpan wait = until - (Date(headers, "date") ?? clock.GetUtcNow());
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    // In each of the three forms that RFC 9110 has a recipient accept.
    private static DateTimeOffset? Date(PipelineResponseHeaders headers, string name) =>
        RetryConditionHeaderValue.TryParse(Find(headers, name), out RetryConditionHeaderValue? value)
            ? value.Date
            : null;

    private static long? Number(PipelineResponseHeaders headers, string name) =>
        long.TryParse(Find(headers, name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
            ? number
            : null;
}
