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
}
