using System.Collections.Concurrent;
using System.Globalization;
using PromptDsl.Emulator.Faults;
using PromptDsl.Emulator.Http;
using PromptDsl.Emulator.Images;

namespace PromptDsl.Emulator.Responses;

/// <summary><c>/v1/responses</c></summary>
internal sealed class ResponsesEndpoint(ConversationReader reader, PictureService service, TimeProvider clock)
    : IEndpoint
{
    private readonly ConcurrentDictionary<string, ReadOnlyMemory<byte>> _stored = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _items = new(StringComparer.Ordinal);
    private int _last;

    public ApiAnswer Answer(ApiRequest request) =>
        request switch
        {
            { Method: "POST", Rest: [] } => Create(request),
            { Method: "GET", Rest: [var id] } when _stored.TryGetValue(id, out ReadOnlyMemory<byte> body) =>
                new ApiAnswer.Body(body, Json.ContentType),
            { Method: "GET", Rest: [var id] } => throw ApiException.NotFound(
                $"Response with id '{id}' not found.",
                "response_id"
            ),
            _ => throw ApiException.NotFound($"Invalid URL ({request.Method} /v1/responses)"),
        };

    public void Clear()
    {
        _stored.Clear();
        _items.Clear();
    }

    private ApiAnswer Create(ApiRequest request)
    {
        Conversation conversation = reader.Read(request, id => _stored.ContainsKey(id) || _items.ContainsKey(id));
        MadePictures? made = request.Has(FaultKind.FailedItem) ? null : service.Make(conversation.Order, request);
        string number = Interlocked.Increment(ref _last).ToString("D8", CultureInfo.InvariantCulture);
        var response = new ResponseJson(
            conversation,
            made,
            request.Fault,
            number,
            clock.GetUtcNow().ToUnixTimeSeconds()
        );
        ReadOnlyMemory<byte> body = Json.Write(response.Write);
        if (conversation.IsStored)
        {
            _stored[response.Id] = body;
            _items[response.ItemId] = true;
        }

        ApiAnswer answer = conversation.Order.IsStream
            ? new ApiAnswer.Stream(response.Events())
            : new ApiAnswer.Body(body, Json.ContentType);
        return answer with { HasPictures = made is not null };
    }
}
