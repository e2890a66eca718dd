using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;

namespace PromptDsl.Emulator.Http;

/// <summary>The last requests, within bounds of memory, without their credentials.</summary>
internal sealed class RequestLog
{
    private const long MaxBytes = 256L * 1024 * 1024;
    private const int MaxRequests = 100_000;

    private static readonly string[] Credentials = ["Authorization", "api-key", "Cookie", "Proxy-Authorization"];

    private readonly Lock _gate = new();
    private readonly Queue<RecordedRequest> _requests = new();
    private long _bytes;
    private int _last;

    public ImmutableArray<RecordedRequest> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _requests];
            }
        }
    }

    public void Add(HttpRequest request, string endpoint, ReadOnlyMemory<byte> body)
    {
        ImmutableSortedDictionary<string, string> headers = request
            .Headers.Where(h => !Credentials.Contains(h.Key, StringComparer.OrdinalIgnoreCase))
            .ToImmutableSortedDictionary(
                h => h.Key,
                h => string.Join(", ", h.Value!),
                StringComparer.OrdinalIgnoreCase
            );
        lock (_gate)
        {
            _requests.Enqueue(
                new RecordedRequest(
                    ++_last,
                    endpoint,
                    request.Method,
                    request.Path.Value + request.QueryString.Value,
                    headers,
                    body
                )
            );
            _bytes += body.Length;
            while (_requests.Count > 1 && (_bytes > MaxBytes || _requests.Count > MaxRequests))
            {
                _bytes -= _requests.Dequeue().Body.Length;
            }
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _requests.Clear();
            _bytes = 0;
            _last = 0;
        }
    }
}
