using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace PromptDsl.Runtime.Tests.Galleries;

/// <summary>A page in a real browser, spoken to by the DevTools protocol.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private const string Promise = "PROMPTC_TESTS_HAVE_BROWSER";
    private const string Missing =
        "No browser to look at the gallery with. Install Chromium and a Korean font (Debian: `apt-get install chromium fonts-nanum`), or set CHROME to the program of a Chromium, Chrome or Edge.";
    private const string Listening = "DevTools listening on ";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome", "msedge"];

    private readonly string _profile = Directory.CreateTempSubdirectory("promptc-browser-").FullName;
    private readonly ClientWebSocket _socket = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> _waiting = new();
    private readonly Process _process;
    private string? _session;
    private int _sent;
    private Task _reading = Task.CompletedTask;

    private Browser()
    {
        string[] options =
        [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-dev-shm-usage",
            "--remote-debugging-port=0",
            $"--user-data-dir={_profile}",
            "about:blank",
        ];
        _process = Process.Start(
            new ProcessStartInfo(Find(), options) { RedirectStandardError = true, UseShellExecute = false }
        )!;
    }

    /// <summary>What the page told without being asked, in order.</summary>
    public ConcurrentQueue<(string Method, JsonElement Parameters)> Events { get; } = [];

    public static async Task<Browser> OpenAsync(int width, int height, CancellationToken cancellationToken)
    {
        var browser = new Browser();
        await browser.ConnectAsync(cancellationToken);
        foreach (string domain in (string[])["Page", "Network", "Runtime", "Log"])
        {
            await browser.SendAsync($"{domain}.enable", []);
        }

        await browser.ResizeAsync(width, height);
        return browser;
    }

    /// <summary>Shows pages as to somebody who prefers a dark or a light screen.</summary>
    public Task PreferAsync(string scheme) =>
        SendAsync(
            "Emulation.setEmulatedMedia",
            new JsonObject
            {
                ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = scheme }),
            }
        );

    /// <summary>Presses the space bar.</summary>
    public async Task PressSpaceAsync()
    {
        foreach (string type in (string[])["keyDown", "keyUp"])
        {
            await SendAsync(
                "Input.dispatchKeyEvent",
                new JsonObject
                {
                    ["type"] = type,
                    ["key"] = " ",
                    ["code"] = "Space",
                    ["text"] = type == "keyDown" ? " " : "",
                    ["windowsVirtualKeyCode"] = 32,
                }
            );
        }
    }

    public Task ResizeAsync(int width, int height) =>
        SendAsync(
            "Emulation.setDeviceMetricsOverride",
            new JsonObject
            {
                ["width"] = width,
                ["height"] = height,
                ["deviceScaleFactor"] = 1,
                ["mobile"] = false,
            }
        );

    /// <summary>Shows a file, and waits until every picture of it is there or has failed.</summary>
    public async Task ShowAsync(string path)
    {
        await SendAsync("Page.navigate", new JsonObject { ["url"] = new Uri(path).AbsoluteUri });
        await EvaluateAsync(
            "new Promise(done => document.readyState == 'complete' && location.protocol == 'file:' ? done(1) : addEventListener('load', () => done(1)))"
        );
    }

    /// <summary>The value of an expression in the page, awaited if it is a promise; nothing for `undefined`.</summary>
    public async Task<JsonElement> EvaluateAsync(string expression)
    {
        JsonElement answer = await SendAsync(
            "Runtime.evaluate",
            new JsonObject
            {
                ["expression"] = expression,
                ["returnByValue"] = true,
                ["awaitPromise"] = true,
            }
        );
        Assert.False(answer.TryGetProperty("exceptionDetails", out JsonElement wrong), wrong.ToString());
        return answer.GetProperty("result").TryGetProperty("value", out JsonElement value) ? value : default;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        await _reading;
        _process.Dispose();
        _socket.Dispose();
        Directory.Delete(_profile, recursive: true);
    }

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable("CHROME") is { Length: > 0 } chosen)
        {
            return chosen;
        }

        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        string? found = Names
            .SelectMany(name => folders.Select(f => Path.Combine(f, name)))
            .FirstOrDefault(File.Exists);

        // A machine with the SDK alone runs all other tests; where a browser is promised, it is there or the test fails.
        Assert.SkipUnless(found is not null || Environment.GetEnvironmentVariable(Promise) == "1", Missing);
        Assert.True(found is not null, Missing);
        return found;
    }

    private async Task ConnectAsync(CancellationToken cancellationToken)
    {
        string? line;
        do
        {
            line = await _process.StandardError.ReadLineAsync(cancellationToken);
            Assert.True(line is not null, "The browser ended before it listened.");
        } while (!line.StartsWith(Listening, StringComparison.Ordinal));

        // What it says later is for nobody, and is read so that it never waits for a reader.
        _ = _process.StandardError.ReadToEndAsync(CancellationToken.None);
        await _socket.ConnectAsync(new Uri(line[Listening.Length..]), cancellationToken);
        _reading = ReadAsync();
        JsonElement target = await SendAsync("Target.createTarget", new JsonObject { ["url"] = "about:blank" });
        JsonElement attached = await SendAsync(
            "Target.attachToTarget",
            new JsonObject { ["targetId"] = target.GetProperty("targetId").GetString(), ["flatten"] = true }
        );
        _session = attached.GetProperty("sessionId").GetString();
    }

    private async Task<JsonElement> SendAsync(string method, JsonObject parameters)
    {
        int id = Interlocked.Increment(ref _sent);
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[id] = answer;
        var message = new JsonObject
        {
            ["id"] = id,
            ["method"] = method,
            ["params"] = parameters,
        };
        if (_session is not null)
        {
            message["sessionId"] = _session;
        }

        byte[] bytes = JsonSerializer.SerializeToUtf8Bytes(message);
        await _socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        return await answer.Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
    }

    private async Task ReadAsync()
    {
        try
        {
            while (true)
            {
                using var message = new MemoryStream();
                ValueWebSocketReceiveResult part;
                byte[] buffer = new byte[1 << 16];
                do
                {
                    part = await _socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                    message.Write(buffer, 0, part.Count);
                } while (!part.EndOfMessage);

                Take(JsonElement.Parse(message.ToArray()));
            }
        }
        catch (Exception e) when (e is WebSocketException or JsonException)
        {
            // The browser is gone: nobody gets an answer any more.
            foreach (TaskCompletionSource<JsonElement> waiting in _waiting.Values)
            {
                waiting.TrySetException(e);
            }
        }
    }

    private void Take(JsonElement message)
    {
        if (!message.TryGetProperty("id", out JsonElement id))
        {
            Events.Enqueue((message.GetProperty("method").GetString()!, message.GetProperty("params")));
        }
        else if (message.TryGetProperty("error", out JsonElement error))
        {
            _waiting[id.GetInt32()].TrySetException(new InvalidOperationException(error.ToString()));
        }
        else
        {
            _waiting[id.GetInt32()].TrySetResult(message.GetProperty("result"));
        }
    }
}
