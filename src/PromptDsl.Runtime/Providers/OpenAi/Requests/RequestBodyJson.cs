using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using PromptDsl.Targets.Requests;

namespace PromptDsl.Runtime.Providers.OpenAi.Requests;

/// <summary>Writes the body of a request as JSON.</summary>
internal static class RequestBodyJson
{
    /// <summary>Korean and quotes stay as they are: the JSON is not part of a web page.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the object that is a body.</summary>
    /// <param name="writer">Where it goes.</param>
    /// <param name="fields">What it says.</param>
    /// <param name="previousResponseId">The answer that a conversation goes on from.</param>
    /// <param name="writeImage">Writes the value of a picture.</param>
    public static void Write(
        Utf8JsonWriter writer,
        ImmutableArray<RequestField> fields,
        string? previousResponseId,
        Action<InputSource> writeImage
    )
    {
        writer.WriteStartObject();
        new RequestFieldWriter(writer, writeImage).Write(fields);
        if (previousResponseId is not null)
        {
            writer.WriteString("previous_response_id", previousResponseId);
        }

        writer.WriteEndObject();
    }
}
