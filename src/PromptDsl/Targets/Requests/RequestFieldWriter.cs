using System.Collections.Immutable;
using System.Text.Json;

namespace PromptDsl.Targets.Requests;

/// <summary>Writes the fields of a request as JSON.</summary>
/// <param name="writer">Where they go.</param>
/// <param name="writeImage">Writes the value of a picture.</param>
internal sealed class RequestFieldWriter(Utf8JsonWriter writer, Action<InputSource> writeImage)
{
    /// <summary>The fields of an object that is open.</summary>
    public void Write(ImmutableArray<RequestField> fields)
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
                Write(group.Fields);
                writer.WriteEndObject();
                break;
        }
    }
}
