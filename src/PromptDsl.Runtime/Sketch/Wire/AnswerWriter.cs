using System.Text.Json;

namespace PromptDsl.Runtime.Sketch.Wire;

/// <summary>Writes answers in the shape of the API. Times and tokens are 0: a sketch takes neither.</summary>
internal sealed class AnswerWriter(WireRequest request, string size)
{
    /// <summary>The answer of the Images API.</summary>
    public byte[] Images(IEnumerable<byte[]> pictures) =>
        Write(writer =>
        {
            writer.WriteNumber("created", 0);
            WriteEcho(writer);
            writer.WriteStartArray("data");
            foreach (byte[] picture in pictures)
            {
                writer.WriteStartObject();
                writer.WriteBase64String("b64_json", picture);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            WriteUsage(writer);
        });

    /// <summary>An event of a stream of the Images API.</summary>
    public byte[] ImageEvent(string type, byte[] picture, int? partialIndex) =>
        Write(writer =>
        {
            writer.WriteString("type", type);
            writer.WriteBase64String("b64_json", picture);
            writer.WriteNumber("created_at", 0);
            WriteEcho(writer);
            if (partialIndex is { } index)
            {
                writer.WriteNumber("partial_image_index", index);
            }
            else
            {
                WriteUsage(writer);
            }
        });

    /// <summary>The response of the Responses API; without a picture it is one that is still in progress.</summary>
    public byte[] Response(string id, byte[]? picture) => Write(writer => WriteResponse(writer, id, picture));

    /// <summary>An event of a stream of the Responses API that holds the response.</summary>
    public byte[] ResponseEvent(string type, string id, byte[]? picture, int sequence) =>
        Write(writer =>
        {
            writer.WriteString("type", type);
            writer.WriteNumber("sequence_number", sequence);
            writer.WriteStartObject("response");
            WriteResponse(writer, id, picture);
            writer.WriteEndObject();
        });

    /// <summary>An event that brings an unfinished picture.</summary>
    public byte[] PartialEvent(string type, string id, byte[] picture, int index, int sequence) =>
        Write(writer =>
        {
            writer.WriteString("type", type);
            writer.WriteNumber("sequence_number", sequence);
            writer.WriteString("item_id", CallId(id));
            writer.WriteNumber("output_index", 0);
            writer.WriteNumber("partial_image_index", index);
            writer.WriteBase64String("partial_image_b64", picture);
        });

    /// <summary>An event that brings the finished call.</summary>
    public byte[] ItemEvent(string type, string id, byte[] picture, int sequence) =>
        Write(writer =>
        {
            writer.WriteString("type", type);
            writer.WriteNumber("sequence_number", sequence);
            writer.WriteNumber("output_index", 0);
            writer.WriteStartObject("item");
            WriteCall(writer, id, picture);
            writer.WriteEndObject();
        });

    /// <summary>An error.</summary>
    public static byte[] Error(WireException error) =>
        Write(writer =>
        {
            writer.WriteStartObject("error");
            writer.WriteString("message", error.Message);
            writer.WriteString("type", "invalid_request_error");
            writer.WriteString("param", error.Parameter);
            writer.WriteString("code", error.Code);
            writer.WriteEndObject();
        });

    private void WriteResponse(Utf8JsonWriter writer, string id, byte[]? picture)
    {
        writer.WriteString("id", id);
        writer.WriteString("object", "response");
        writer.WriteNumber("created_at", 0);
        writer.WriteString("status", picture is null ? "in_progress" : "completed");
        writer.WriteNull("error");
        writer.WriteNull("incomplete_details");
        writer.WriteString("previous_response_id", request.PreviousResponseId);
        writer.WriteStartArray("output");
        if (picture is not null)
        {
            writer.WriteStartObject();
            WriteCall(writer, id, picture);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (picture is not null)
        {
            WriteUsage(writer);
        }
    }

    private void WriteCall(Utf8JsonWriter writer, string id, byte[] picture)
    {
        writer.WriteString("id", CallId(id));
        writer.WriteString("type", "image_generation_call");
        writer.WriteString("status", "completed");
        WriteEcho(writer);
        writer.WriteBase64String("result", picture);
    }

    private void WriteEcho(Utf8JsonWriter writer)
    {
        writer.WriteString("background", request.Background == "transparent" ? "transparent" : "opaque");
        writer.WriteString("output_format", request.OutputFormat);
        writer.WriteString("quality", request.Quality ?? "auto");
        writer.WriteString("size", size);
    }

    private static void WriteUsage(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("usage");
        writer.WriteNumber("input_tokens", 0);
        writer.WriteNumber("output_tokens", 0);
        writer.WriteNumber("total_tokens", 0);
        writer.WriteStartObject("input_tokens_details");
        writer.WriteNumber("text_tokens", 0);
        writer.WriteNumber("image_tokens", 0);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static string CallId(string responseId) => "ig_" + responseId[(responseId.IndexOf('_') + 1)..];

    private static byte[] Write(Action<Utf8JsonWriter> content)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            content(writer);
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }
}
