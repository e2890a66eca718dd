namespace ChatBot;

/// <summary>Sends answers to the chat platform.</summary>
internal sealed partial class AnswerClient(HttpClient http, ILogger<AnswerClient> logger)
{
    /// <summary>Sends a message; that it does not arrive is logged and stops nothing.</summary>
    public async Task SendAsync(Uri address, Reply reply)
    {
        try
        {
            using HttpResponseMessage answer = await http.PostAsJsonAsync(address, reply);
            answer.EnsureSuccessStatusCode();
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            LogLost(logger, address.Host, e.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "An answer to {Host} was lost: {Reason}")]
    private static partial void LogLost(ILogger logger, string host, string reason);
}
