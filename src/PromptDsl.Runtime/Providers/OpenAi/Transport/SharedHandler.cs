namespace PromptDsl.Runtime.Providers.OpenAi.Transport;

/// <summary>The connections that all providers share, as many as there are requests at once.</summary>
internal static class SharedHandler
{
    public static SocketsHttpHandler Instance { get; } =
        new()
        {
            // A key does not follow a redirect to another place, and a POST would become a GET.
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(30),
            EnableMultipleHttp2Connections = true,
            // So that a change of addresses is seen in a long run.
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        };
}
