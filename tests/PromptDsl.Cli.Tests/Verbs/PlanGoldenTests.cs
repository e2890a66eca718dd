using PromptDsl.Cli.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Cli.Tests.Verbs;

/// <summary>
/// Plans as people see them, beside those for programs in <c>PromptDsl.Tests</c>; <c>UPDATE_GOLDEN=1</c>
/// rewrites the files. The prompts are always the same text, so that a new wording changes no price.
/// </summary>
public sealed class PlanGoldenTests : IDisposable
{
    private static readonly string Root = RepositoryRoot.PathOf("tests/PromptDsl.Tests/Planning/Golden");

    private readonly Sandbox _sandbox = new();

    public static TheoryData<string> Cases =>
        [.. Directory.GetDirectories(Root).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)];

    public void Dispose() => _sandbox.Dispose();

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_plan_is_printed_as_expected(string name)
    {
        _sandbox.Write("main.imgp", File.ReadAllText(Path.Combine(Root, name, "main.imgp")));
        _sandbox.WritePicture("refs/lake.png", 8, 8);
        _sandbox.WritePicture("refs/sky.png", 1024, 1536);
        AssertGolden(Path.Combine(name, "plan.txt"), Run("plan"));
        Assert.Equal(File.ReadAllText(Path.Combine(Root, name, "plan.json")), Run("plan", "--format", "json"));
        Assert.Equal(File.ReadAllText(Path.Combine(Root, name, "plan.md")), Run("plan", "--format", "markdown"));
    }

    private string Run(params string[] arguments)
    {
        _sandbox.Write("same.hbs", new string('x', 400));
        CliResult result = _sandbox.Run([.. arguments, "--template", "same.hbs"]);
        Assert.True(result.Code == 0, result.ToString());
        return result.Out;
    }

    private static void AssertGolden(string name, string actual)
    {
        string path = Path.Combine(Root, name);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, actual);
        }

        Assert.Equal(File.ReadAllText(path), actual);
    }
}
