using System.Net;
using Microsoft.Extensions.Options;

namespace ChatBot;

/// <summary>Sends answers to the chat platform, several times where that may help.</summary>
internal sealed partial class AnswerClient(HttpClient http, IOptions<BotOptions> options, ILogger<AnswerClient> logger)
{
    private const int Attempts = 4;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>Sends a message; that it does not arrive is logged and stops nothing.</summary>
    /// <param name="address">Where to.</param>
    /// <param name="reply">The message.</param>
    /// <param name="cancellationToken">Ends the waiting between attempts, and no attempt.</param>
    public async Task SendAsync(Uri address, Reply reply, CancellationToken cancellationToken)
    {
        TimeSpan delay = options.Value.RetryDelay;
        for (int attempt = 1; await TrySendAsync(address, reply) is { } lost; attempt++)
        {
            if (attempt == Attempts || !lost.MayHelp || cancellationToken.IsCancellationRequested)
            {
                LogLost(logger, address.Host, attempt, lost.Reason);
                return;
            }

            TimeSpan wait = lost.RetryAfter > delay ? lost.RetryAfter.Value : delay;
            await Task.Delay(wait < LongestWait ? wait : LongestWait, cancellationToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            delay *= 2;
        }
    }

    // Null when it has arrived.
    private async Task<LostAnswer?> TrySendAsync(Uri address, Reply reply)
    {
        try
        {
            using HttpResponseMessage answer = await http.PostAsJsonAsync(address, reply);
            return answer.IsSuccessStatusCode
                ? null
                : new LostAnswer(
                    $"it answered {(int)answer.StatusCode}",
                    answer.StatusCode
                        is HttpStatusCode.RequestTimeout
                            or HttpStatusCode.TooManyRequests
                            or >= (HttpStatusCode)500
                )
                {
                    RetryAfter = answer.Headers.RetryAfter?.Delta,
                };
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return new LostAnswer(e.Message, MayHelp: true);
        }
    }

    [LoggerMessage(LogLevel.Warning, "An answer to {Host} was lost after {Attempts} attempts: {Reason}")]
    private static partial void LogLost(ILogger logger, string host, int attempts, string reason);
}
