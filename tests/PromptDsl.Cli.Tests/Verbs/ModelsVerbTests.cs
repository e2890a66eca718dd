using PromptDsl.Cli.Tests.Infrastructure;
using PromptDsl.Targets;
using Xunit;

namespace PromptDsl.Cli.Tests.Verbs;

public sealed class ModelsVerbTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void Every_model_has_a_line_with_its_end()
    {
        string[] lines = _sandbox.Run("models").Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(ModelCatalog.BuiltIn.Models.Length + 1, lines.Length);
        string dallE = lines.Single(l => l.StartsWith("dall-e-2 ", StringComparison.Ordinal));
        Assert.Contains("retired", dallE, StringComparison.Ordinal);
        Assert.Contains("2026-05-12", dallE, StringComparison.Ordinal);
        Assert.Contains("unknown", dallE, StringComparison.Ordinal);
        Assert.Single(lines, l => l.StartsWith(ModelCatalog.BuiltIn.DefaultModel.Id + " *", StringComparison.Ordinal));
    }

    [Fact]
    public void The_table_is_plain_text_unless_it_is_for_a_terminal()
    {
        Assert.DoesNotContain('\e', _sandbox.Run("models").Out);
        Assert.Contains('\e', _sandbox.Run("models", "--color", "always").Out);
    }

    [Fact]
    public void What_ends_within_ninety_days_is_said()
    {
        Assert.Contains(
            "Within 90 days of 2026-11-21 end: gpt-image-1.5, gpt-image-1-mini, chatgpt-image-latest.",
            _sandbox.Run("models").Error,
            StringComparison.Ordinal
        );
        Assert.Contains("2026-12-01 (in 10 days)", _sandbox.Run("models").Out, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Within",
            _sandbox.Run("models", "--as-of", "2026-12-01").Error,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "Within",
            _sandbox.Run("models", "--as-of", "2026-01-01").Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void One_model_is_shown_with_the_source_of_each_fact()
    {
        string shown = _sandbox.Run("models", "gpt-image-1.5").Out;
        Assert.Contains("ends 2026-12-01 (in 10 days)", shown, StringComparison.Ordinal);
        Assert.Matches("shutdown +secondary +2026-11-20 +shutdown-note +2026-12-01\n", shown);
        Assert.Matches("batch +unknown +- +- +unknown\n", shown);
        Assert.Matches("\nnode-sdk: OpenAI Node SDK 7.55.0", shown);
        Assert.All(ModelFacts.All, f => Assert.Contains($"\n{f.Key} ", shown, StringComparison.Ordinal));
    }

    [Fact]
    public void One_model_is_shown_as_JSON()
    {
        string json = _sandbox.Run("models", "gpt-image-2", "--format", "json").Out;
        Assert.Empty(Docs.JsonSchema.Check("models", json));
        Assert.Contains("\"confidence\": \"primary-old\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain("\"id\": \"gpt-image-1.5\"", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("models gpt-imgae-2", "there is no model `gpt-imgae-2`", "gpt-image-2")]
    [InlineData("models --as-of tomorrow", "`--as-of tomorrow` is no date", "--as-of 2026-11-21")]
    public void Wrong_usage_is_explained(string arguments, string message, string help)
    {
        CliResult result = _sandbox.Run(arguments.Split(' '));
        Assert.Equal(2, result.Code);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.Contains(help, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_are_checked_for_the_day_that_is_asked_for()
    {
        _sandbox.Write("a.imgp", "subject: \"a fox\"\ntechnical { model: \"gpt-image-1\" }\n");
        Assert.Contains("IMG2001", _sandbox.Run("build", "--stdout", "a.imgp").Out, StringComparison.Ordinal);
        Assert.Equal(0, _sandbox.Run("build", "--stdout", "a.imgp", "--as-of", "2026-06-01").Code);
    }

    [Fact]
    public void What_is_off_is_on_when_the_project_gives_it_a_severity()
    {
        _sandbox.Write("a.imgp", "subject: \"a fox\"\n");
        Assert.DoesNotContain("IMG2022", _sandbox.Run("build", "--stdout", "a.imgp").Out, StringComparison.Ordinal);
        _sandbox.Write("promptc.yaml", "diagnostics: { unnamed-model: error }\n");
        Assert.Contains("IMG2022", _sandbox.Run("build", "--stdout", "a.imgp").Out, StringComparison.Ordinal);
        _sandbox.Write("promptc.yaml", "diagnostics: { unnamed-model: off }\n");
        Assert.DoesNotContain("IMG2022", _sandbox.Run("build", "--stdout", "a.imgp").Out, StringComparison.Ordinal);
    }
}
