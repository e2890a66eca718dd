using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PromptDsl.Runtime.Events;

/// <summary>Events as lines of JSON.</summary>
public static class RunEventJson
{
    /// <summary>The version of the form; it changes when a field changes its meaning.</summary>
    public const int Schema = 1;

    private static readonly JsonTypeInfo<RunEvent> Form = new RunEventJsonContext(
        // The text goes to a file or a terminal, not into HTML: Korean and quotes stay readable.
        new JsonSerializerOptions(RunEventJsonContext.Default.Options)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    ).RunEvent;

    /// <summary>Writes an event on one line, without the line end.</summary>
    public static string Write(RunEvent happened) => JsonSerializer.Serialize(happened, Form);
}
