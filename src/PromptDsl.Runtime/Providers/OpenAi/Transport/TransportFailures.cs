using PromptDsl.Runtime.Providers.OpenAi.Errors;

namespace PromptDsl.Runtime.Providers.OpenAi.Transport;

/// <summary>Tells what an exception of the transport means: whether anything had been sent.</summary>
internal static class TransportFailures
{
    /// <summary>The failure, or null when the exception is none of the transport.</summary>
    public static ProviderFailure? From(Exception exception, FailureFactory failures)
    {
        Exception[] causes = [.. Causes(exception)];
        if (causes.OfType<HttpRequestException>().FirstOrDefault(IsBeforeSending) is { } refused)
        {
            // What is wrong with a certificate is said by the cause alone.
            bool isSecure = refused.HttpRequestError == HttpRequestError.SecureConnectionError;
            return failures.NotConnected((isSecure ? refused.InnerException ?? refused : refused).Message);
        }

        // Only the time limit for connecting ends in this; that for the answer is a mere cancellation.
        if (causes.OfType<TimeoutException>().FirstOrDefault() is { } timeout)
        {
            return failures.NotConnected(timeout.Message);
        }

        if (causes.OfType<OperationCanceledException>().Any())
        {
            return failures.Lost("it did not begin within the time limit.");
        }

        return causes.LastOrDefault(e => e is HttpRequestException or IOException) is { } broken
            ? failures.Lost(broken.Message)
            : null;
    }

    private static bool IsBeforeSending(HttpRequestException exception) =>
        exception.HttpRequestError
            is HttpRequestError.ConnectionError
                or HttpRequestError.NameResolutionError
                or HttpRequestError.SecureConnectionError
                or HttpRequestError.ProxyTunnelError;

    private static IEnumerable<Exception> Causes(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
