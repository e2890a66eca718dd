using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PromptDsl.Compilation;

namespace PromptDsl.Tests.Cases;

/// <summary>All requests of a case, by build and stage.</summary>
internal static class RequestsTwin
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(ImmutableArray<CompiledBuild> builds)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            foreach (CompiledBuild build in builds)
            {
                foreach (CompiledStage stage in build.Stages)
                {
                    using JsonDocument request = JsonDocument.Parse(stage.Request.ToJson());
                    writer.WritePropertyName(Title(build, stage));
                    request.WriteTo(writer);
                }
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>The build and the stage; <c>request</c> for a file that has neither.</summary>
    public static string Title(CompiledBuild build, CompiledStage stage)
    {
        string title = string.Join(' ', new[] { build.Name, stage.Name }.Where(n => n.Length > 0));
        return title.Length == 0 ? "request" : title;
    }
}
