using PromptDsl.Compilation;
using PromptDsl.Compilation.Dialects;
using PromptDsl.Semantics.Model;
using Xunit;

namespace PromptDsl.Tests.Infrastructure;

/// <summary>Compiles stages that were built by hand.</summary>
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
}
