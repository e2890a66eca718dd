using System.Collections.Concurrent;
using System.Globalization;
using PromptDsl.Emulator.Http;

namespace PromptDsl.Emulator.Images;

/// <summary>Pictures that were answered by their address, and the endpoint that gives them.</summary>
internal sealed class PictureAddresses(bool areRelative) : IEndpoint
{
    private readonly ConcurrentDictionary<string, ApiAnswer.Body> _pictures = new(StringComparer.Ordinal);
    private int _last;

    public string Add(byte[] bytes, PictureOrder order, string origin)
    {
        string id = Interlocked.Increment(ref _last).ToString("D8", CultureInfo.InvariantCulture);
        _pictures[id] = new ApiAnswer.Body(bytes, $"image/{order.Format}");
        return $"{(areRelative ? "" : origin)}/v1/images/{id}/content";
    }

    public ApiAnswer Answer(ApiRequest request) =>
        request is { Method: "GET", Rest: [var id, "content"] } && _pictures.TryGetValue(id, out ApiAnswer.Body? body)
            ? body
            : throw ApiException.NotFound("There is no such picture.");

    public void Clear() => _pictures.Clear();
}
