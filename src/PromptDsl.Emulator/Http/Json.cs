using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PromptDsl.Emulator.Http;

/// <summary>Writes the JSON of answers.</summary>
internal static class Json
{
    public const string ContentType = "application/json";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    public static ApiAnswer.Body Answer(Action<Utf8JsonWriter> write) => new(Write(write), ContentType);

    /// <summary>A list as every listing endpoint answers it.</summary>
    public static ApiAnswer.Body List<T>(
        IReadOnlyList<T> items,
        Func<T, string> idOf,
        Action<Utf8JsonWriter, T> write
    ) =>
        Answer(json =>
        {
            json.WriteString("object", "list");
            json.WriteStartArray("data");
            foreach (T item in items)
            {
                json.WriteStartObject();
                write(json, item);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteString("first_id", items.Count > 0 ? idOf(items[0]) : null);
            json.WriteString("last_id", items.Count > 0 ? idOf(items[^1]) : null);
            json.WriteBoolean("has_more", false);
        });
}
