namespace PromptDsl.Runtime.Providers;

/// <summary>Sends one request and brings back its pictures. Retrying, waiting and counting money are its caller's.</summary>
public interface IImageProvider
{
    /// <summary>The name, such as <c>openai</c> or <c>sketch</c>: part of records and of cache keys.</summary>
    string Name { get; }

    /// <summary>Where requests go, without credentials: part of records and of cache keys.</summary>
    string Endpoint { get; }

    /// <summary>Whether requests cost money.</summary>
    bool IsPaid { get; }

    /// <summary>
    /// Sends the request once. Whatever the other side does is an outcome, not an exception; a picture is
    /// in its file, complete, before the outcome names it; its caller flushes it to disk.
    /// </summary>
    /// <exception cref="OperationCanceledException">It was cancelled; nothing it wrote is left behind.</exception>
    Task<ProviderOutcome> SendAsync(ProviderRequest request, CancellationToken cancellationToken);
}
