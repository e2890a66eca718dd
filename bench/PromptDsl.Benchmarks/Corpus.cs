using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PromptDsl.Syntax;

namespace PromptDsl.Benchmarks;

/// <summary>A thousand files of forty lines, each different, and the same content as JSON of the same size.</summary>
internal static class Corpus
{
    public const int FileCount = 1000;

    private static readonly string[] Places =
    [
        "lake",
        "market",
        "pier",
        "orchard",
        "station",
        "library",
        "kiln",
        "harbour",
    ];
    private static readonly string[] Things =
    [
        "cabin",
        "lantern",
        "bicycle",
        "kettle",
        "fountain",
        "ladder",
        "umbrella",
        "boat",
    ];
    private static readonly string[] Lights =
    [
        "misty dawn light",
        "low winter sun",
        "paper lanterns",
        "새벽 안개 속의 빛",
    ];

    /// <summary>The files as UTF-8.</summary>
    public static ImmutableArray<byte[]> Files { get; } =
    [.. Enumerable.Range(0, FileCount).Select(i => Encoding.UTF8.GetBytes(Write(i)))];

    public static long TotalBytes => Files.Sum(f => (long)f.Length);

    /// <summary>The same statements as indented JSON: as many of the files as make the same number of bytes.</summary>
    public static ImmutableArray<byte[]> Json { get; } = [.. TakeBytes(Files.Select(ToJson), TotalBytes)];

    /// <summary>A file of forty lines.</summary>
    public static string Write(int seed)
    {
        string place = Places[seed % Places.Length];
        string thing = Things[seed / 8 % Things.Length];
        string other = Things[(seed / 8 + 3) % Things.Length];
        string light = Lights[seed / 64 % Lights.Length];
        return $$"""
            // Card {{seed}} of a series about quiet places.
            title: "A {{thing}} at the {{place}}, {{seed}}"
            version: "1.{{seed}}.0"
            content: poster
            purpose: "a poster for the reading room"

            param season: choice ["spring", "autumn"] = "autumn"
            param accent: color = #FF5{{seed % 10}}33

            subject "a {{thing}} beside the {{place}}" {
              setting: "a still {{place}} in ${season}"
              mood: "quiet, unhurried"
            }

            style {
              medium: "gouache on rough paper"
              lighting: "{{light}}"
              palette: [#2E4057, #F2E3C6, accent]
              mix "plein-air oil painting" { weight: 70% }
              mix "woodblock print" { weight: 30% }
            }

            technical {
              model: "gpt-image-2"
              aspect: 2:3
              quality: low
              safe-area { top: 60%, margin-bottom: 10% }
            }

            details {
              object {{thing}} "an old {{thing}} with a red handle" { at: left, emphasis: high }
              object {{other}}-b "a small {{other}}" { count: 3, right-of: {{thing}} }
              object bench "a worn bench" { in-front-of: {{thing}}, color: "moss green" }
              text headline "Issue {{seed}}" { at: top, font: "hand-lettered serif", color: accent }
            }

            negatives: ["people", "watermark", "extra text"]
            expect { size: 1024x1536, not-dark: true }
            note: "card {{seed}}, approved"
            """;
    }

    private static IEnumerable<byte[]> TakeBytes(IEnumerable<byte[]> files, long bytes)
    {
        foreach (byte[] file in files)
        {
            bytes -= file.Length;
            if (bytes < 0)
            {
                yield break;
            }

            yield return file;
        }
    }

    private static byte[] ToJson(byte[] file)
    {
        SyntaxTree tree = SyntaxTree.Parse(Encoding.UTF8.GetString(file));
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };
        using (var writer = new Utf8JsonWriter(stream, options))
        {
            writer.WriteStartObject();
            foreach (StatementSyntax statement in tree.Root.Statements)
            {
                WriteStatement(writer, statement);
            }

            writer.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void WriteStatement(Utf8JsonWriter writer, StatementSyntax statement)
    {
        switch (statement)
        {
            case PropertySyntax property:
                writer.WritePropertyName(property.Key);
                WriteValue(writer, property.Value);
                break;
            case ParamSyntax param:
                writer.WriteString(param.Name, param.Type.Name);
                break;
            case BlockSyntax block:
                writer.WritePropertyName(block.Kind);
                writer.WriteStartObject();
                foreach (ValueSyntax operand in block.Operands)
                {
                    writer.WritePropertyName("is");
                    WriteValue(writer, operand);
                }

                foreach (StatementSyntax inner in block.Body?.Statements ?? [])
                {
                    WriteStatement(writer, inner);
                }

                writer.WriteEndObject();
                break;
        }
    }

    private static void WriteValue(Utf8JsonWriter writer, ValueSyntax value)
    {
        switch (value)
        {
            case ListSyntax list:
                writer.WriteStartArray();
                foreach (ValueSyntax item in list.Items)
                {
                    WriteValue(writer, item);
                }

                writer.WriteEndArray();
                break;
            case StringSyntax text:
                writer.WriteStringValue(text.LiteralText);
                break;
            case LiteralSyntax literal:
                writer.WriteStringValue(literal.Text);
                break;
            case PathSyntax path:
                writer.WriteStringValue(path.Text);
                break;
        }
    }
}
