using PromptDsl.Cli.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Cli.Tests.Verbs;

public sealed class ExplainVerbTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Theory]
    [InlineData("IMG0101")]
    [InlineData("img0101")]
    [InlineData("missing-value")]
    [InlineData("Missing-Value")]
    public void A_finding_is_explained_by_code_or_name(string subject)
    {
        CliResult result = _sandbox.Run("explain", subject);
        Assert.Equal(0, result.Code);
        Assert.Contains("IMG0101", result.Out, StringComparison.Ordinal);
        Assert.Contains("missing-value", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing-valeu", "There is a finding `missing-value`")]
    [InlineData("zzz", "Findings have codes such as")]
    [InlineData("missing.imgp", "`missing.imgp` does not exist")]
    public void What_is_neither_is_a_usage_error(string subject, string message)
    {
        CliResult result = _sandbox.Run("explain", subject);
        Assert.Equal(2, result.Code);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_errors_shows_them()
    {
        _sandbox.Write("a.imgp", "title:\n");
        CliResult result = _sandbox.Run("explain", "a.imgp");
        Assert.Equal(1, result.Code);
        Assert.Contains("IMG0101", result.Out, StringComparison.Ordinal);
    }
}
