using System.Net;
using System.Net.Sockets;
using System.Text;
using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Providers.OpenAi;
using PromptDsl.Runtime.Tests.Providers.Infrastructure;
using Xunit;

namespace PromptDsl.Runtime.Tests.Providers;

public sealed class ConnectionTests : IDisposable
{
    private readonly ProviderCase _case = new();

    public void Dispose() => _case.Dispose();

    [Fact]
    public async Task A_connection_that_is_not_secure_says_why()
    {
        using var server = new StubServer("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray());
        ProviderFailure failure = await FailureAsync(new UriBuilder(server.Address) { Scheme = "https" }.Uri);
        Assert.Equal(FailureKind.ConnectionFailed, failure.Kind);
        Assert.DoesNotContain("inner exception", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_listens_nothing_is_sent()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        int port = ((IPEndPoint)taken.LocalEndpoint).Port;
        taken.Stop();
        ProviderFailure failure = await FailureAsync(new Uri($"http://127.0.0.1:{port}/v1"));
        Assert.Equal(FailureKind.ConnectionFailed, failure.Kind);
        Assert.False(failure.MayHaveBeenPaid);
        Assert.StartsWith($"no connection to 127.0.0.1:{port}: ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_have_more_time_than_the_SDK_gives_them() =>
        Assert.InRange(new OpenAiOptions().Timeout, TimeSpan.FromMinutes(5), TimeSpan.FromHours(1));

    [Fact]
    public async Task A_connection_that_is_not_made_in_time_is_no_lost_answer()
    {
        // As SocketsHttpHandler reports that its time for connecting is over.
        var timeout = new TaskCanceledException(
            "cancelled",
            new TimeoutException("A connection could not be established.")
        );
        ProviderFailure failure = await FailureAsync(new Uri("http://127.0.0.1:9/v1"), new FailingHandler(timeout));
        Assert.Equal(FailureKind.ConnectionFailed, failure.Kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n")]
    [InlineData(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{\"data\":[{\"b64_json\":\"iVBORw0KGgo"
    )]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"data\":[{\"b64_json\":\"iVBORw0KGgo")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"data\":[{\"b64_json\":\"iVBORw0KGgo=\"}")]
    public async Task An_answer_that_is_cut_is_of_unknown_outcome_and_not_asked_for_again(string bytes)
    {
        using var server = new StubServer(Encoding.ASCII.GetBytes(bytes));
        ProviderFailure failure = await FailureAsync(server.Address);
        Assert.Equal(FailureKind.OutcomeUnknown, failure.Kind);
        Assert.True(failure.MayHaveBeenPaid);
        Assert.DoesNotContain("An error occurred", failure.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
        Assert.Empty(_case.Files);
    }

    [Theory]
    [InlineData("")]
    [InlineData(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{\"data\":[{\"b64_json\":\"iVBORw0KGgo"
    )]
    public async Task An_answer_that_does_not_come_in_time_is_of_unknown_outcome(string bytes)
    {
        using var server = SilentAfter(bytes, new TaskCompletionSource());
        ProviderFailure failure = await FailureAsync(server.Address, timeout: TimeSpan.FromMilliseconds(300));
        Assert.Equal(FailureKind.OutcomeUnknown, failure.Kind);
        Assert.True(failure.MayHaveBeenPaid);
        Assert.Contains("within the time limit", failure.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
        Assert.Empty(_case.Files);
    }

    [Theory]
    [InlineData("")]
    [InlineData(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{\"data\":[{\"b64_json\":\"iVBORw0KGgo"
    )]
    [InlineData("HTTP/1.1 500 X\r\nContent-Length: 900\r\n\r\n{")]
    public async Task Cancelling_leaves_nothing_behind(string bytes)
    {
        var written = new TaskCompletionSource();
        using var server = SilentAfter(bytes, written);
        using var cancel = new CancellationTokenSource();
        Task<ProviderOutcome> sending = ProviderCase
            .Provider(server.Address)
            .SendAsync(_case.Generation(), cancel.Token);
        await Task.WhenAny(sending, written.Task);
        Assert.False(sending.IsCompleted);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        Assert.Empty(_case.Files);
    }

    [Fact]
    public async Task An_input_that_changed_is_an_error_of_the_file()
    {
        using StubServer server = StubServer.OfJson("{}");
        ProviderRequest request = _case.Edit(1);
        await File.WriteAllTextAsync(
            request.Inputs[0].Path,
            "longer than it was",
            TestContext.Current.CancellationToken
        );
        IOException problem = await Assert.ThrowsAsync<IOException>(() =>
            ProviderCase.SendAsync(ProviderCase.Provider(server.Address), request)
        );
        Assert.Contains("changed since it was checked", problem.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Many_requests_run_side_by_side()
    {
        const int Count = 40;
        int waiting = 0;
        var all = new TaskCompletionSource();
        byte[] answer = StubServer.Response(
            "200 OK",
            "application/json",
            $$"""{"data":[{"b64_json":"{{ProviderCase.Base64Png}}"}]}"""
        );
        using var server = new StubServer(
            async (_, stream, stop) =>
            {
                if (Interlocked.Increment(ref waiting) == Count)
                {
                    all.SetResult();
                }

                await all.Task.WaitAsync(stop);
                await stream.WriteAsync(answer, stop);
            }
        );
        OpenAiProvider provider = ProviderCase.Provider(server.Address);
        ProviderOutcome[] outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, Count)
                .Select(i =>
                    ProviderCase.SendAsync(
                        provider,
                        _case.Generation() with
                        {
                            Folder = Directory.CreateDirectory(Path.Combine(_case.Folder, $"{i}")).FullName,
                        }
                    )
                )
        );
        Assert.All(outcomes, outcome => Assert.IsType<ProviderAnswer>(outcome));
    }

    [Fact]
    public async Task Organization_and_project_are_named()
    {
        using StubServer server = StubServer.OfJson("{}");
        var provider = new OpenAiProvider(
            new OpenAiOptions
            {
                ApiKey = () => ProviderCase.Key,
                Endpoint = server.Address,
                Organization = "org-1",
                Project = "proj-1",
            }
        );
        foreach (ProviderRequest request in new[] { _case.Generation(), _case.Conversation() })
        {
            await ProviderCase.SendAsync(provider, request);
        }

        Assert.All(
            server.Requests,
            request =>
            {
                Assert.Equal("org-1", request.Header("OpenAI-Organization"));
                Assert.Equal("proj-1", request.Header("OpenAI-Project"));
            }
        );
    }

    [Theory]
    [InlineData("/v1")]
    [InlineData("/v1/")]
    [InlineData("/custom/prefix")]
    [InlineData("")]
    public async Task Paths_are_added_to_the_endpoint(string path)
    {
        using StubServer server = StubServer.OfJson("""{"id":"batch_1"}""");
        OpenAiProvider provider = ProviderCase.Provider(new Uri(server.Address, path.Length == 0 ? "/" : path));
        foreach (ProviderRequest request in new[] { _case.Generation(), _case.Edit(1), _case.Conversation() })
        {
            await ProviderCase.SendAsync(provider, request);
        }

        await provider.CancelAsync("batch_1", TestContext.Current.CancellationToken);
        Assert.Equal(
            new[] { "images/generations", "images/edits", "responses", "batches/batch_1/cancel" }.Select(p =>
                $"{path.TrimEnd('/')}/{p}"
            ),
            server.Requests.Select(r => r.Path)
        );
    }

    private static StubServer SilentAfter(string bytes, TaskCompletionSource written) =>
        new(
            async (_, stream, stop) =>
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes(bytes), stop);
                written.SetResult();
                await Task.Delay(Timeout.Infinite, stop);
            }
        );

    private async Task<ProviderFailure> FailureAsync(
        Uri endpoint,
        HttpMessageHandler? handler = null,
        TimeSpan? timeout = null
    )
    {
        var options = new OpenAiOptions
        {
            ApiKey = () => ProviderCase.Key,
            Endpoint = endpoint,
            Handler = handler,
        };
        var provider = new OpenAiProvider(timeout is { } limit ? options with { Timeout = limit } : options);
        return Assert.IsType<ProviderFailure>(await ProviderCase.SendAsync(provider, _case.Generation()));
    }

    private sealed class FailingHandler(Exception exception) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) => Task.FromException<HttpResponseMessage>(exception);
    }
}
