using System.Text.Json;
using PromptDsl.Runtime.Providers.OpenAi.Answers;
using PromptDsl.Runtime.Providers.OpenAi.Errors;
using PromptDsl.Runtime.Providers.OpenAi.Requests;
using PromptDsl.Runtime.Providers.OpenAi.Transport;

namespace PromptDsl.Runtime.Providers.OpenAi.Batches;

/// <summary>Hands files to the server, and has them deleted.</summary>
internal sealed class FileUploads(OpenAiTransport transport, Exchange exchange, FailureFactory failures)
{
    private const int NotFound = 404;

    /// <summary>Uploads a file for a purpose, such as <c>batch</c>.</summary>
    /// <returns>Its id, or why it has none.</returns>
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

    /// <summary>Deletes files; where the server cannot be reached, the others are not tried.</summary>
    /// <returns>The last failure, or null when none of the files is there any more.</returns>
    public async Task<ProviderFailure?> DeleteAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        ProviderFailure? last = null;
        foreach (string id in ids)
        {
            (JsonDocument? json, ProviderFailure? failure) = await exchange.SendForJsonAsync(
                options => transport.Files.DeleteFileAsync(id, options),
                body: null,
                cancellationToken
            );
            json?.Dispose();
            last = failure is null or { Status: NotFound } ? last : failure;
            if (failure is { Status: null })
            {
                break;
            }
        }

        return last;
    }
}
