using PromptDsl.Tests.Diagnostics;
using PromptDsl.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Tests.Schema;

public class LanguageReferenceTests
{
    private static readonly Page Reference = new(
        File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs/language.md"))
    );

    public static TheoryData<string> Sections => [.. Reference.Titles];

    [Theory]
    [MemberData(nameof(Sections))]
    public void Every_example_compiles_without_a_finding(string section) =>
        Assert.All(
            Reference.Cases(section),
            example => Assert.Empty(example.Compile().Diagnostics.Select(d => d.ToString()))
        );

    [Fact]
    public void Nothing_is_left_to_fill_in() =>
        Assert.DoesNotContain("{{", string.Concat(Reference.Titles.Select(Reference.Section)));
}
