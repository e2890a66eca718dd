using PromptDsl.Emulator.Http;

namespace PromptDsl.Emulator.Images;

/// <summary><c>/v1/images/generations</c> and <c>/v1/images/edits</c>.</summary>
internal sealed class ImagesEndpoint(IOrderReader reader, PictureService service, PictureJson json) : IEndpoint
{
    public ApiAnswer Answer(ApiRequest request)
    {
        if (request is not { Method: "POST", Rest: [] })
        {
            throw ApiException.NotFound($"Invalid URL ({request.Method} /v1/{request.Endpoint})");
        }

        PictureOrder order = reader.Read(request);
        return json.Answer(service.Make(order, request), request.Origin) with { HasPictures = true };
    }
}
