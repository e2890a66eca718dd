using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PromptDsl.Runtime.Runs;

/// <summary>Lines of a journal, and the plan beside it.</summary>
internal static class JournalJson
{
    /// <summary>The version of the form; it changes when a field changes its meaning.</summary>
    public const int Schema = 1;

    private static readonly JournalJsonContext Context = new(
        // The text goes to a file, not into HTML: Korean and quotes stay readable.
        new JsonSerializerOptions(JournalJsonContext.Default.Options)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );

    private static readonly JsonTypeInfo<JournalRecord> Form = Context.JournalRecord;

    /// <summary>The form of the plan beside the journal.</summary>
    public static JsonTypeInfo<RunPlan> Plan => Context.RunPlan;

    /// <summary>The bytes of a line with its end.</summary>
    public static byte[] Write(JournalRecord record) =>
        [.. JsonSerializer.SerializeToUtf8Bytes(record, Form), (byte)'\n'];

    /// <summary>Reads a line; null when it is not one.</summary>
    public static JournalRecord? Read(ReadOnlySpan<byte> line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, Form);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
