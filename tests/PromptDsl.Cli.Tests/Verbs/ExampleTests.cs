using System.Text.RegularExpressions;
using PromptDsl.Cli.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Cli.Tests.Verbs;

/// <summary>The files in <c>examples/</c> with their pictures, as they lie there.</summary>
public sealed partial class ExampleTests : IDisposable
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

    [Theory]
    [InlineData("")]
    [InlineData("-ko")]
    public void The_weak_prompt_has_the_findings_that_the_README_names_and_the_refined_one_none(string language)
    {
        string[] named =
        [
            .. Codes(File.ReadLines(RepositoryRoot.PathOf("examples/README.md")), $"weak{language}.imgp`"),
        ];
        Assert.NotEmpty(named);
        Assert.Equal(named, FoundIn($"weak{language}.imgp"));
        Assert.Empty(FoundIn($"refined{language}.imgp"));
    }

    /// <summary>The codes of what a file of the pair is found to have, where nothing is suppressed.</summary>
    private string[] FoundIn(string name)
    {
        IEnumerable<string> lines = File.ReadLines(RepositoryRoot.PathOf($"examples/before-and-after/{name}"));
        _sandbox.Write(
            name,
            string.Join('\n', lines.Where(l => !l.Contains("promptc-ignore", StringComparison.Ordinal)))
        );
        CliResult result = _sandbox.Run("lint", name, "--hints", "--format", "concise", "--as-of", "2026-11-21");
        return [.. Codes(result.Out.Split('\n'), name)];
    }

    private static IEnumerable<string> Codes(IEnumerable<string> lines, string having) =>
        lines
            .Where(l => l.Contains(having, StringComparison.Ordinal))
            .SelectMany(l => Code().Matches(l))
            .Select(m => m.Value)
            .Distinct(StringComparer.Ordinal);

    private CliResult Run(string verb, params string[] options) =>
        _sandbox.Run([verb, RepositoryRoot.PathOf("examples"), "--hints", "--as-of", "2026-11-21", .. options]);

    private static void AssertNoFinding(CliResult result)
    {
        Assert.Equal(0, result.Code);
        Assert.Equal("", result.Out);
    }

    [GeneratedRegex("IMG[0-9]{4}", RegexOptions.None, 1000)]
    private static partial Regex Code();
}
