using System.Collections.Immutable;
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
            writer.WritePropertyName("fields");
            WriteFields(writer, request.Fields);
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

    private static void WriteFields(Utf8JsonWriter writer, ImmutableArray<RequestField> fields)
    {
        writer.WriteStartObject();
        foreach (RequestField field in fields)
        {
            writer.WritePropertyName(field.Name);
            WriteValue(writer, field.Value);
        }

        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, RequestValue value)
    {
        switch (value)
        {
            case RequestValue.Text text:
                writer.WriteStringValue(text.Value);
                break;
            case RequestValue.Number number:
                writer.WriteNumberValue(number.Value);
                break;
            case RequestValue.Flag flag:
                writer.WriteBooleanValue(flag.Value);
                break;
            case RequestValue.Image image:
                writer.WriteStartObject();
                WriteSource(writer, image.Source, "$");
                writer.WriteEndObject();
                break;
            case RequestValue.List list:
                writer.WriteStartArray();
                foreach (RequestValue item in list.Items)
                {
                    WriteValue(writer, item);
                }

                writer.WriteEndArray();
                break;
            case RequestValue.Group group:
                WriteFields(writer, group.Fields);
                break;
        }
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
