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
}
