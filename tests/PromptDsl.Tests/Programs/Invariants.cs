using System.Text.Json;
using PromptDsl.Compilation;
using PromptDsl.Formatting;
using PromptDsl.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Tests.Programs;

/// <summary>What holds for every program that has no errors, whatever it says.</summary>
internal static class Invariants
{
    public static void Check(Sample sample)
    {
        CompilationResult result = sample.Compile();
        string expected = CompiledText.Of(result);
        string formatted = Formatter.Format(result.Tree).Text;
        Assert.Equal(formatted, Formatter.Format(formatted).Text);
        Assert.Equal(expected, CompiledText.Of(sample.Compile(formatted)));
        Assert.Equal(expected, CompiledText.Of(sample.Compile(sample.Text.ReplaceLineEndings("\r\n"))));
        Assert.Equal(expected, CompiledText.Of(sample.Compile()));
        foreach (CompiledStage stage in result.Builds.SelectMany(b => b.Stages))
        {
            CheckMap(stage.Prompt);
            CheckRequest(stage);
        }
    }

    private static void CheckMap(CompiledPrompt prompt)
    {
        int position = 0;
        foreach (SourceMapEntry entry in prompt.SourceMap)
        {
            Assert.Equal(position, entry.Span.Start);
            Assert.True(entry.Span.Length > 0, "an entry of the source map is empty");
            Assert.InRange(entry.Source.Span.End, entry.Source.Span.Start, entry.Source.Source.Length);
            position = entry.Span.End;
        }

        Assert.Equal(prompt.Text.Length, position);
        Assert.DoesNotContain('\r', prompt.Text);
        Assert.Equal(prompt.Text.TrimEnd(), prompt.Text);
    }

    private static void CheckRequest(CompiledStage stage)
    {
        using JsonDocument request = JsonDocument.Parse(stage.Request.ToJson());
        JsonElement fields = request.RootElement.GetProperty("fields");
        string? sent = fields.TryGetProperty("prompt", out JsonElement prompt)
            ? prompt.GetString()
            : fields.GetProperty("input")[0].GetProperty("content")[0].GetProperty("text").GetString();
        Assert.Equal(stage.Prompt.Text, sent);
    }
}
