using PromptDsl.Compilation;
using PromptDsl.Text;

namespace PromptDsl.Cli.Output;

/// <summary>Which place of the sources each part of a prompt comes from; see <c>docs/schemas/map.schema.json</c>.</summary>
internal static class SourceMapJson
{
    public static ReadOnlyMemory<byte> Write(CompiledPrompt prompt) =>
        JsonText
            .Bytes(json =>
            {
                json.WriteStartObject();
                json.WriteNumber("schema", JsonOutput.Schema);
                json.WriteStartArray("segments");
                foreach (SourceMapEntry entry in prompt.SourceMap)
                {
                    json.WriteStartObject();
                    json.WriteNumber("start", entry.Span.Start);
                    json.WriteNumber("end", entry.Span.End);
                    json.WriteString("file", entry.Source.Source.Path);
                    json.WriteNumber("line", entry.Source.Start.Line + 1);
                    json.WriteNumber("sourceStart", entry.Source.Span.Start);
                    json.WriteNumber("sourceEnd", entry.Source.Span.End);
                    json.WriteBoolean("authored", entry.IsAuthored);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            })
            .ToArray();
}
