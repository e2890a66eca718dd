using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using PromptDsl.Runtime.Providers.OpenAi.Requests;
using PromptDsl.Targets.Requests;

namespace PromptDsl.Runtime.Providers.OpenAi.Batches;

/// <summary>A request as a line of the input file of a batch.</summary>
/// <param name="Id">Its <c>custom_id</c>.</param>
/// <param name="Endpoint">The path of the endpoint, the same in the whole file.</param>
/// <param name="Fields">The body; pictures in it are ids of files.</param>
/// <param name="PreviousResponseId">What a conversation goes on from.</param>
internal sealed record BatchLine(
    string Id,
    string Endpoint,
    ImmutableArray<RequestField> Fields,
    string? PreviousResponseId
)
{
    /// <summary>The line with its end.</summary>
    public byte[] ToBytes()
    {
        var text = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(text, RequestBodyJson.Options))
        {
            writer.WriteStartObject();
            writer.WriteString("custom_id", Id);
            writer.WriteString("method", "POST");
            writer.WriteString("url", Endpoint);
            writer.WritePropertyName("body");
            RequestBodyJson.Write(
                writer,
                Fields,
                PreviousResponseId,
                _ => throw new ArgumentException("A picture in a batch is the id of a file.", nameof(Fields))
            );
            writer.WriteEndObject();
        }

        text.Write("\n"u8);
        return text.WrittenSpan.ToArray();
    }
}
