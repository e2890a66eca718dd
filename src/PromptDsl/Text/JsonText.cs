using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PromptDsl.Text;

/// <summary>Writes JSON the same way everywhere: indented by two, LF, Korean readable, a final newline.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        // The text goes to a file or a console, not into HTML: Korean and quotes stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(Action<Utf8JsonWriter> write) => Encoding.UTF8.GetString(Bytes(write));

    /// <summary>Without indentation and final newline, for streams of lines.</summary>
    public static string Line(Action<Utf8JsonWriter> write) =>
        Encoding.UTF8.GetString(Write(write, Options with { Indented = false }).WrittenSpan);

    public static ReadOnlySpan<byte> Bytes(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> buffer = Write(write, Options);
        buffer.Write("\n"u8);
        return buffer.WrittenSpan;
    }

    private static ArrayBufferWriter<byte> Write(Action<Utf8JsonWriter> write, JsonWriterOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, options))
        {
            write(writer);
        }

        return buffer;
    }
}
