using System.Net;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace PromptDsl.Samples.Tests;

/// <summary>The side of a chat platform that takes answers.</summary>
internal sealed class ChatPlatform : IAsyncDisposable
{
    private readonly Channel<JsonElement> _replies = Channel.CreateUnbounded<JsonElement>();
    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly WebApplication _app;
    private SemaphoreSlim? _gate;
    private int _requests;
    private int _refused;
    private HttpStatusCode _refusal;

    public ChatPlatform()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(async context =>
        {
            _arrived.TrySetResult();
            if (Interlocked.Increment(ref _requests) <= _refused)
            {
                context.Response.StatusCode = (int)_refusal;
                return;
            }

            await (_gate?.WaitAsync(context.RequestAborted) ?? Task.CompletedTask);
            await _replies.Writer.WriteAsync(await context.Request.ReadFromJsonAsync<JsonElement>());
        });
    }

    public string Origin => _app.Urls.Single();

    public string Address => $"{Origin}/commands/1/2";

    /// <summary>Ends when the first answer has come.</summary>
    public Task Arrived => _arrived.Task;

    /// <summary>How many answers have come, those that were refused among them.</summary>
    public int Requests => _requests;

    /// <summary>Refuses the first answers that come.</summary>
    public void RefuseFirst(int count, HttpStatusCode refusal) => (_refused, _refusal) = (count, refusal);

    public Task StartAsync() => _app.StartAsync();

    /// <summary>Takes answers only as they are let in.</summary>
    public SemaphoreSlim Hold() => _gate = new SemaphoreSlim(0);

    public async Task<JsonElement> NextAsync() =>
        await _replies
            .Reader.ReadAsync(TestContext.Current.CancellationToken)
            .AsTask()
            .WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
