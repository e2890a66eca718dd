using System.Text;
using PromptDsl.Compilation;

namespace PromptDsl.Tests.Infrastructure;

/// <summary>Everything that would be sent, as one text.</summary>
internal static class CompiledText
{
    public static string Of(CompilationResult result)
    {
        var builder = new StringBuilder();
        foreach (CompiledBuild build in result.Builds)
        {
            foreach (CompiledStage stage in build.Stages)
            {
                builder.Append(build.Name).Append(' ').Append(stage.Name).Append('\n');
                builder.Append(stage.Prompt.Text).Append('\n').Append(stage.Request.ToJson());
            }
        }

        return builder.ToString();
    }
}
