using System.Collections.Immutable;
using System.Text;
using PromptDsl.Compilation;

namespace PromptDsl.Tests.Cases;

/// <summary>
/// Each span of a prompt with the place that produced it: after <c>=</c> the author's own text, after
/// <c>~</c> connecting words.
/// </summary>
internal static class MapTwin
{
    public static string Write(ImmutableArray<CompiledBuild> builds)
    {
        var builder = new StringBuilder();
        foreach (CompiledBuild build in builds)
        {
            foreach (CompiledStage stage in build.Stages)
            {
                builder.Append("--- ").Append(RequestsTwin.Title(build, stage)).Append('\n');
                Write(builder, stage.Prompt);
            }
        }

        return builder.ToString();
    }

    private static void Write(StringBuilder builder, CompiledPrompt prompt)
    {
        foreach (SourceMapEntry entry in prompt.SourceMap)
        {
            string text = prompt.Text.Substring(entry.Span.Start, entry.Span.Length);
            builder
                .Append(entry.IsAuthored ? "= " : "~ ")
                .Append(TwinText.Quote(text))
                .Append(" < ")
                .Append(TwinText.Place(entry.Source))
                .Append(' ')
                .Append(TwinText.Quote(entry.Source.Text))
                .Append('\n');
        }
    }
}
