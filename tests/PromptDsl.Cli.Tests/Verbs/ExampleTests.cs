using PromptDsl.Cli.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Cli.Tests.Verbs;

/// <summary>The files in <c>examples/</c> with their pictures, as they lie there.</summary>
public sealed class ExampleTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void Every_example_builds_without_a_finding() =>
        AssertNoFinding(Run("build", "--out", _sandbox.PathOf("dist"), "--format", "concise"));

    [Fact]
    public void Every_example_plans_without_a_finding()
    {
        CliResult result = Run("plan", "--format", "json");
        Assert.Equal((0, ""), (result.Code, result.Error));
    }

    private CliResult Run(string verb, params string[] options) =>
        _sandbox.Run([verb, RepositoryRoot.PathOf("examples"), "--hints", "--as-of", "2026-11-21", .. options]);

    private static void AssertNoFinding(CliResult result)
    {
        Assert.Equal(0, result.Code);
        Assert.Equal("", result.Out);
    }
}
