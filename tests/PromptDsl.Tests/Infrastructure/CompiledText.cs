using System.Text;
using PromptDsl.Compilation;
using PromptDsl.Compilation.Dialects;
using PromptDsl.Semantics.Model;
using Xunit;

namespace PromptDsl.Tests.Infrastructure;

/// <summary>What is sent: of stages that were built by hand, and of whole files.</summary>
internal static class CompiledText
{
    public static string Prose(Stage stage, string locale) => Render(stage, locale, "prose").Text;

    public static CompiledPrompt Render(Stage stage, string locale, string dialect)
    {
        Assert.True(PromptDialects.TryGet(dialect, out IPromptDialect? found));
        return found.Render(Lowering.Lower(stage, locale));
    }

    /// <summary>Asserts the prose of a stage, first in English, then in Korean.</summary>
    public static void AssertProse(Stage stage, string english, string korean)
    {
        AssertText(english, Prose(stage, "en"));
        AssertText(korean, Prose(stage, "ko"));
    }

    public static void AssertProseIn(string locale, Stage stage, string expected) =>
        AssertText(expected, Prose(stage, locale));

    public static void AssertText(string expected, string actual) =>
        Assert.Equal(expected.ReplaceLineEndings("\n"), actual);

    /// <summary>Everything that would be sent, as one text.</summary>
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
