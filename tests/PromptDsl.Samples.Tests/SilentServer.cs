using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace PromptDsl.Samples.Tests;

/// <summary>A server on loopback that takes a request and never answers; it sees when the client leaves.</summary>
internal sealed class SilentServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TaskCompletionSource _left = new();

    private SilentServer(TaskCompletionSource arrived)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(async context =>
        {
            context.RequestAborted.Register(() => _left.TrySetResult());
            arrived.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
    }

    public string BaseUrl => $"{_app.Urls.Single()}/v1";

    /// <summary>Ends when the client has left.</summary>
    public Task Left => _left.Task;

    public static async Task<SilentServer> StartAsync(TaskCompletionSource arrived)
    {
        var server = new SilentServer(arrived);
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
