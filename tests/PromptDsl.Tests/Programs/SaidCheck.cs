using System.Text.Json;
using PromptDsl.Compilation;
using Xunit;

namespace PromptDsl.Tests.Programs;

/// <summary>Counts the texts of the author in the prompts.</summary>
internal static class SaidCheck
{
    public static void Check(GeneratedProgram program, CompilationResult result, bool isJson)
    {
        Assert.Equal(Math.Max(1, program.Varied.Count), result.Builds.Length);
        for (int build = 0; build < result.Builds.Length; build++)
        {
            foreach (CompiledStage stage in result.Builds[build].Stages)
            {
                string text = isJson ? Unescape(stage.Prompt.Text) : stage.Prompt.Text;
                foreach (Marker marker in program.All)
                {
                    bool isVaried = !stage.IsEdit && program.Varied.ElementAtOrDefault(build) == marker;
                    bool isSaid = isVaried || program.Stages[stage.Name].Contains(marker);
                    Count(marker, isSaid, text, stage);
                }
            }
        }
    }

    private static void Count(Marker marker, bool isSaid, string text, CompiledStage stage)
    {
        int count = 0;
        for (int at = 0; (at = text.IndexOf(marker.Text, at, StringComparison.Ordinal)) >= 0; at++)
        {
            count++;
        }

        bool isRight = isSaid ? count == 1 || (count > 1 && marker.IsLiteral) : count == 0;
        Assert.True(isRight, $"“{marker.Text}” is said {count} times in “{stage.Name}”:\n{text}");
    }

    /// <summary>All strings of a JSON text, each on lines of its own.</summary>
    private static string Unescape(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return string.Join('\n', Strings(document.RootElement));
    }

    private static IEnumerable<string> Strings(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Strings(p.Value)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
            JsonValueKind.String => [element.GetString()!],
            _ => [],
        };
}
