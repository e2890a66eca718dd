using System.Text.Json;
using PromptDsl.Text;

namespace PromptDsl.Targets.Requests;

/// <summary>Writes a request for people, for diffs and for other programs.</summary>
internal static class RequestJson
{
    public static string Write(ImageRequest request) =>
        JsonText.Of(writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("schema", 1);
            writer.WriteString("endpoint", request.Endpoint);
            writer.WriteString(
                "encoding",
                request.Encoding == RequestEncoding.Json ? "application/json" : "multipart/form-data"
            );
            writer.WriteNumber("repeat", request.Repeat);
            writer.WriteStartObject("fields");
            new RequestFieldWriter(writer, source => WritePicture(writer, source)).Write(request.Fields);
            writer.WriteEndObject();
            writer.WriteStartArray("inputs");
            foreach (RequestPart input in request.Inputs)
            {
                WriteInput(writer, input);
            }

            writer.WriteEndArray();
            if (request.Mask is { } mask)
            {
                writer.WriteStartObject("mask");
                writer.WriteString("name", mask.Name);
                writer.WriteString("content_type", mask.ContentType);
                WriteSource(writer, mask.Source, "");
                writer.WriteEndObject();
            }

            if (request.PreviousResponse is { } stage)
            {
                writer.WriteStartObject("previous_response");
                writer.WriteString("stage", stage);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        });

    private static void WriteInput(Utf8JsonWriter writer, RequestPart input)
    {
        writer.WriteStartObject();
        writer.WriteString("name", input.Name);
        writer.WriteNumber("number", input.Number);
        writer.WriteStartArray("roles");
        foreach (string role in input.Roles)
        {
            writer.WriteStringValue(role);
        }

        writer.WriteEndArray();
        writer.WriteString("content_type", input.ContentType);
        WriteSource(writer, input.Source, "");
        writer.WriteEndObject();
    }

    private static void WritePicture(Utf8JsonWriter writer, InputSource source)
    {
        writer.WriteStartObject();
        WriteSource(writer, source, "$");
        writer.WriteEndObject();
    }

    private static void WriteSource(Utf8JsonWriter writer, InputSource source, string prefix)
    {
        if (source is StageInput stage)
        {
            writer.WriteString(prefix + "stage", stage.Stage);
        }
        else
        {
            writer.WriteString(prefix + "file", ((FileInput)source).Path);
        }
    }
}
