using System.Net.Http.Headers;
using System.Text.Json;
using Xunit;

namespace PromptDsl.Emulator.Tests.Infrastructure;

/// <summary>An answer that was read whole.</summary>
internal sealed record Reply(int Status, HttpResponseHeaders Headers, string? ContentType, string Text, byte[] Bytes)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public JsonElement Error => Json.GetProperty("error");

    public string? Code => Error.GetProperty("code").GetString();

    public string? Message => Error.GetProperty("message").GetString();

    /// <summary>The bytes of a picture of an answer of the Images API.</summary>
    public byte[] Picture(int index = 0)
    {
        Assert.Equal(200, Status);
        return Json.GetProperty("data")[index].GetProperty("b64_json").GetBytesFromBase64();
    }

    /// <summary>The events of a stream: names and data.</summary>
    public List<(string Name, JsonElement Data)> Events()
    {
        Assert.Equal("text/event-stream", ContentType);
        return
        [
            .. Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
                .Select(block => block.Split('\n'))
                .Select(lines =>
                    (lines[0]["event: ".Length..], JsonDocument.Parse(lines[1]["data: ".Length..]).RootElement)
                ),
        ];
    }

    public static async Task<Reply> ReadAsync(HttpResponseMessage response)
    {
        byte[] bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return new Reply(
            (int)response.StatusCode,
            response.Headers,
            response.Content.Headers.ContentType?.MediaType,
            System.Text.Encoding.UTF8.GetString(bytes),
            bytes
        );
    }
}
