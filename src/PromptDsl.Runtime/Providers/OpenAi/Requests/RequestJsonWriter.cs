using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using PromptDsl.Targets.Requests;

namespace PromptDsl.Runtime.Providers.OpenAi.Requests;

/// <summary>Writes the fields of a request as JSON.</summary>
/// <param name="writer">Where they go.</param>
/// <param name="writeImage">Writes the value of a picture.</param>
internal sealed class RequestJsonWriter(Utf8JsonWriter writer, Action<InputSource> writeImage)
{
    /// <summary>Korean and quotes stay as they are: the JSON is not part of a web page.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the object that is a body.</summary>
    public void WriteBody(ImmutableArray<RequestField> fields, string? previousResponseId)
    {
        writer.WriteStartObject();
        WriteFields(fields);
        if (previousResponseId is not null)
        {
            writer.WriteString("previous_response_id", previousResponseId);
        }

        writer.WriteEndObject();
    }

    private void WriteFields(ImmutableArray<RequestField> fields)
    {
        foreach (RequestField field in fields)
        {
            writer.WritePropertyName(field.Name);
            WriteValue(field.Value);
        }
    }

    private void WriteValue(RequestValue value)
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
                writeImage(image.Source);
                break;
            case RequestValue.List list:
                writer.WriteStartArray();
                foreach (RequestValue item in list.Items)
                {
                    WriteValue(item);
                }

                writer.WriteEndArray();
                break;
            case RequestValue.Group group:
                writer.WriteStartObject();
                WriteFields(group.Fields);
                writer.WriteEndObject();
                break;
        }
    }
}
