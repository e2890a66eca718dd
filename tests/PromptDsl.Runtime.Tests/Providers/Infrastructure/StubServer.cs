using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PromptDsl.Runtime.Tests.Providers.Infrastructure;

/// <summary>
/// A server on loopback that keeps the exact bytes of every request and answers with exact bytes: for what
/// a well-behaved server does not do.
/// </summary>
internal sealed class StubServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<StubRequest, NetworkStream, CancellationToken, Task> _answer;
    private readonly List<StubRequest> _requests = [];

    /// <summary>A server that answers as it is told.</summary>
    /// <param name="answer">Writes the answer to a request; the connection is closed afterwards.</param>
    public StubServer(Func<StubRequest, NetworkStream, CancellationToken, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>A server that gives every request the same answer.</summary>
    public StubServer(byte[] answer)
        : this((_, stream, stop) => stream.WriteAsync(answer, stop).AsTask()) { }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/v1");

    public IReadOnlyList<StubRequest> Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>A server that answers 200 with JSON.</summary>
    public static StubServer OfJson(string body, params string[] headers) =>
        new(Response("200 OK", "application/json", body, headers));

    /// <summary>A server that answers with a stream of events.</summary>
    public static StubServer OfEvents(string body) => new(Response("200 OK", "text/event-stream", body));

    /// <summary>The bytes of a response.</summary>
    public static byte[] Response(string status, string contentType, string body, params string[] headers)
    {
        byte[] content = Encoding.UTF8.GetBytes(body);
        string lines = string.Concat(headers.Select(header => header + "\r\n"));
        return
        [
            .. Encoding.ASCII.GetBytes(
                $"HTTP/1.1 {status}\r\nContent-Type: {contentType}\r\nContent-Length: {content.Length}\r\n{lines}Connection: close\r\n\r\n"
            ),
            .. content,
        ];
    }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        CancellationToken stop = _stop.Token;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(stop);
                _ = ServeAsync(client, stop);
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client, CancellationToken stop)
    {
        using (client)
        {
            try
            {
                NetworkStream stream = client.GetStream();
                if (await StubRequest.ReadAsync(stream, stop) is { } request)
                {
                    lock (_requests)
                    {
                        _requests.Add(request);
                    }

                    await _answer(request, stream, stop);
                }
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or ObjectDisposedException)
            {
                // The other side has gone away, or the test has ended.
            }
        }
    }
}
