using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace PromptDsl.Emulator.Http;

/// <summary>Reads the values of a body: JSON or a form.</summary>
internal static class BodyReader
{
    public static async Task<Parameters> ReadAsync(string? contentType, ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
        {
            return Parameters.None;
        }

        return
            MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? type)
            && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            ? await ReadFormAsync(HeaderUtilities.RemoveQuotes(type.Boundary).ToString(), body).ConfigureAwait(false)
            : Parameters.Of(ParseJson(body));
    }

    /// <summary>Reads an object.</summary>
    /// <exception cref="ApiException">It is none.</exception>
    public static JsonElement ParseJson(ReadOnlyMemory<byte> body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document.RootElement.Clone();
            }
        }
        catch (JsonException)
        {
            // Answered like a body that is JSON, but no object.
        }

        throw ApiException.BadRequest(
            "We could not parse the JSON body of your request. The API expects a JSON object.",
            code: null,
            parameter: null
        );
    }

    private static async Task<Parameters> ReadFormAsync(string boundary, ReadOnlyMemory<byte> body)
    {
        var values = new Dictionary<string, Parameter>(StringComparer.Ordinal);
        ImmutableArray<FormFile>.Builder files = ImmutableArray.CreateBuilder<FormFile>();
        try
        {
            using var stream = new MemoryStream(body.ToArray(), writable: false);
            var reader = new MultipartReader(boundary, stream);
            while (await reader.ReadNextSectionAsync().ConfigureAwait(false) is { } section)
            {
                if (section.GetContentDispositionHeader() is not { } disposition)
                {
                    throw new InvalidDataException();
                }

                string name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
                using var content = new MemoryStream();
                await section.Body.CopyToAsync(content).ConfigureAwait(false);
                if (disposition.IsFileDisposition())
                {
                    string fileName = HeaderUtilities.RemoveQuotes(disposition.FileName).ToString();
                    files.Add(new FormFile(name, fileName, section.ContentType, content.ToArray()));
                }
                else
                {
                    values[name] = new Parameter(null, Encoding.UTF8.GetString(content.ToArray()));
                }
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw ApiException.BadRequest("We could not parse the multipart form of your request.", null, null);
        }

        return new Parameters(values, files.ToImmutable()) { IsForm = true };
    }
}
