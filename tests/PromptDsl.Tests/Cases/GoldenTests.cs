using PromptDsl.Diagnostics;
using Xunit;

namespace PromptDsl.Tests.Cases;

/// <summary>Every case gives its twins, with LF and with CRLF. <c>UPDATE_GOLDEN=1</c> rewrites them.</summary>
public sealed class GoldenTests
{
    private static readonly bool IsUpdate = Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";

    public static TheoryData<string> Names => [.. GoldenCase.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Case_gives_its_twins(string name)
    {
        var golden = new GoldenCase(name);
        SortedDictionary<string, string> actual = GoldenCase.Twins(golden.Compile("\n"));
        if (IsUpdate)
        {
            golden.WriteTwins(actual);
        }

        Compare(golden.ReadTwins(), actual);
        Compare(actual, GoldenCase.Twins(golden.Compile("\r\n")));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Case_has_the_findings_that_its_name_promises(string name)
    {
        CompilationResult result = new GoldenCase(name).Compile("\n");
        if (name.StartsWith("Invalid", StringComparison.Ordinal))
        {
            Assert.False(result.Succeeded);
            return;
        }

        bool mayWarn = name.StartsWith("Warning", StringComparison.Ordinal);
        Assert.Empty(result.Diagnostics.Where(d => d.IsError || (d.Severity == DiagnosticSeverity.Warning && !mayWarn)));
    }

    private static void Compare(
        SortedDictionary<string, string> expected,
        SortedDictionary<string, string> actual
    )
    {
        Assert.Equal(expected.Keys, actual.Keys);
        Assert.All(actual, twin => Assert.Equal(expected[twin.Key], twin.Value));
    }
}
