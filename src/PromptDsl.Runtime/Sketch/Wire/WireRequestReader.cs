using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace PromptDsl.Runtime.Sketch.Wire;

/// <summary>Reads requests of the Images and Responses APIs.</summary>
internal static class WireRequestReader
{
    /// <summary>Reads a request with its body.</summary>
    /// <exception cref="WireException">The endpoint is unknown, or the body cannot be read.</exception>
    public static async Task<WireRequest> ReadAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        WireRoute route = RouteOf(message);
        byte[] body = message.Content is null ? [] : await message.Content.ReadAsByteArrayAsync(cancellationToken);
        var request = new WireRequest { Route = route, Id = Convert.ToHexStringLower(SHA256.HashData(body))[..32] };
        string? boundary = message
            .Content?.Headers.ContentType?.Parameters.FirstOrDefault(p => p.Name == "boundary")
            ?.Value?.Trim('"');
        if (boundary is not null)
        {
            return ReadForm(request, MultipartReader.Read(body, boundary));
        }

        try
        {
            using var json = JsonDocument.Parse(body);
            return route == WireRoute.Responses
                ? ReadResponses(request, json.RootElement)
                : ReadImages(request, json.RootElement);
        }
        catch (JsonException e)
        {
            throw WireException.BadRequest("invalid_json", null, $"The body is not JSON: {e.Message}");
        }
    }

    private static WireRoute RouteOf(HttpRequestMessage message)
    {
        string path = message.RequestUri?.AbsolutePath ?? "";
        return (message.Method == HttpMethod.Post, path) switch
        {
            (true, _) when path.EndsWith("/images/generations", StringComparison.Ordinal) => WireRoute.Generations,
            (true, _) when path.EndsWith("/images/edits", StringComparison.Ordinal) => WireRoute.Edits,
            (true, _) when path.EndsWith("/responses", StringComparison.Ordinal) => WireRoute.Responses,
            _ => throw new WireException(
                HttpStatusCode.NotFound,
                "unknown_url",
                null,
                $"Sketches answer no {message.Method} {path}."
            ),
        };
    }

    private static WireRequest ReadForm(WireRequest request, List<(string Name, byte[] Content)> parts)
    {
        string? Text(string name) =>
            parts.Where(p => p.Name == name).Select(p => Encoding.UTF8.GetString(p.Content)).FirstOrDefault();
        int? Number(string name) => int.TryParse(Text(name), CultureInfo.InvariantCulture, out int n) ? n : null;
        return request with
        {
            Model = Text("model"),
            Count = Number("n") ?? 1,
            Size = Text("size"),
            Quality = Text("quality"),
            Background = Text("background"),
            OutputFormat = Text("output_format") ?? "png",
            OutputCompression = Number("output_compression"),
            PartialImages = Number("partial_images") ?? 0,
            IsStream = Text("stream") == "true",
            Images = [.. parts.Where(p => p.Name is "image" or "image[]").Select(p => p.Content)],
            Mask = parts.Where(p => p.Name == "mask").Select(p => p.Content).FirstOrDefault(),
        };
    }

    private static WireRequest ReadImages(WireRequest request, JsonElement root) =>
        ReadPicture(request, root) with
        {
            IsStream = IsTrue(root, "stream"),
            Images = [.. Items(root, "images").Select(File)],
            Mask = Find(root, "mask") is { } mask ? File(mask) : null,
        };

    private static WireRequest ReadResponses(WireRequest request, JsonElement root)
    {
        JsonElement tool = Items(root, "tools").FirstOrDefault(t => Text(t, "type") == "image_generation");
        if (tool.ValueKind != JsonValueKind.Object)
        {
            throw WireException.BadRequest("invalid_value", "tools", "Sketches need the tool image_generation.");
        }

        IEnumerable<JsonElement> pictures = Items(root, "input")
            .SelectMany(message => Items(message, "content"))
            .Where(part => Text(part, "type") == "input_image");
        return ReadPicture(request, tool) with
        {
            Count = 1,
            IsStream = IsTrue(root, "stream"),
            Images = [.. pictures.Select(File)],
            Mask = Find(tool, "input_image_mask") is { } mask ? File(mask) : null,
            PreviousResponseId = Text(root, "previous_response_id"),
        };
    }

    private static WireRequest ReadPicture(WireRequest request, JsonElement element) =>
        request with
        {
            Model = Text(element, "model"),
            Count = Number(element, "n") ?? 1,
            Size = Text(element, "size"),
            Quality = Text(element, "quality"),
            Background = Text(element, "background"),
            OutputFormat = Text(element, "output_format") ?? "png",
            OutputCompression = Number(element, "output_compression"),
            PartialImages = Number(element, "partial_images") ?? 0,
        };

    private static byte[] File(JsonElement element)
    {
        const string Mark = ";base64,";
        string url = Text(element, "image_url") ?? "";
        int at = url.IndexOf(Mark, StringComparison.Ordinal);
        if (!url.StartsWith("data:", StringComparison.Ordinal) || at < 0)
        {
            throw WireException.BadRequest(
                "invalid_image_url",
                "image_url",
                "Sketches take input pictures as data URLs alone: they read no file ids and no addresses."
            );
        }

        try
        {
            return Convert.FromBase64String(url[(at + Mark.Length)..]);
        }
        catch (FormatException)
        {
            throw WireException.BadRequest("invalid_base64_image", "image_url", "The data URL is not base64.");
        }
    }

    private static IEnumerable<JsonElement> Items(JsonElement element, string name) =>
        Find(element, name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    private static string? Text(JsonElement element, string name) =>
        Find(element, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private static int? Number(JsonElement element, string name) =>
        Find(element, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out int number)
            ? number
            : null;

    private static bool IsTrue(JsonElement element, string name) =>
        Find(element, name) is { ValueKind: JsonValueKind.True };

    private static JsonElement? Find(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) ? value : null;
}
