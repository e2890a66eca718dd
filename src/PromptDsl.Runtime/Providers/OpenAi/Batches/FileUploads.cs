using System.Collections.Concurrent;
using System.Text.Json;
using PromptDsl.Runtime.Providers.OpenAi.Answers;
using PromptDsl.Runtime.Providers.OpenAi.Errors;
using PromptDsl.Runtime.Providers.OpenAi.Requests;
using PromptDsl.Runtime.Providers.OpenAi.Transport;

namespace PromptDsl.Runtime.Providers.OpenAi.Batches;

/// <summary>Hands files to the server. A picture is sent once, however many requests it is in.</summary>
internal sealed class FileUploads(OpenAiTransport transport, Exchange exchange, FailureFactory failures)
{
    private readonly ConcurrentDictionary<string, string> _pictures = new();

    /// <summary>The id of a picture, by its content.</summary>
    public async Task<(string? Id, ProviderFailure? Failure)> UploadPictureAsync(
        InputFile file,
        CancellationToken cancellationToken
    )
    {
        if (_pictures.TryGetValue(file.Sha256, out string? known))
        {
            return (known, null);
        }

        (string? id, ProviderFailure? failure) = await UploadAsync(file, "vision", cancellationToken);
        if (id is not null)
        {
            _pictures[file.Sha256] = id;
        }

        return (id, failure);
    }

    /// <summary>Uploads a file for a purpose, such as <c>batch</c>.</summary>
    public async Task<(string? Id, ProviderFailure? Failure)> UploadAsync(
        InputFile file,
        string purpose,
        CancellationToken cancellationToken
    )
    {
        using RequestBody body = MultipartBody.Create([("purpose", purpose)], [("file", file)]);
        (JsonDocument? json, ProviderFailure? failure) = await exchange.SendForJsonAsync(
            options => transport.Files.UploadFileAsync(body, body.ContentType, options),
            body,
            cancellationToken
        );
        if (json is null)
        {
            return (null, failure);
        }

        using (json)
        {
            return json.RootElement.FindText("id") is { } id
                ? (id, null)
                : (null, failures.Malformed("it gives no id to a file.", 200));
        }
    }
}
