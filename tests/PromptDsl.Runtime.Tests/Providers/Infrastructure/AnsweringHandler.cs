namespace PromptDsl.Runtime.Tests.Providers.Infrastructure;

/// <summary>Answers requests in place of a network, and keeps their heads.</summary>
internal sealed class AnsweringHandler(Func<HttpRequestMessage, HttpContent> answer) : HttpMessageHandler
{
    private readonly List<HttpRequestMessage> _requests = [];

    public IReadOnlyList<HttpRequestMessage> Requests => _requests;

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        _requests.Add(request);
        return Task.FromResult(new HttpResponseMessage { Content = answer(request), RequestMessage = request });
    }
}
