using PromptDsl.Planning;
using PromptDsl.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Tests.Planning;

/// <summary>Plans as they are written; <c>UPDATE_GOLDEN=1</c> rewrites the files.</summary>
public class PlanGoldenTests
{
    private static readonly string Root = Path.Combine(
        RepositoryRoot.Path,
        "tests",
        "PromptDsl.Tests",
        "Planning",
        "Golden"
    );

    public static TheoryData<string> Cases =>
        [.. Directory.GetDirectories(Root).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_plan_is_written_as_expected(string name)
    {
        RequestPlan plan = PlanOf(name);
        AssertGolden(name, "plan.json", PlanJson.Write(plan));
        AssertGolden(name, "plan.md", PlanMarkdown.Write(plan));
    }

    [Fact]
    public void A_comparison_is_written_as_expected()
    {
        RequestPlan before = PlanOf("four-stages");
        RequestPlan after = PlanCase.PlanOf(
            PlanCase.Compile(
                """
                reference board "refs/lake.png" { role: style }
                subject: "a boathouse on stilts"
                technical { model: "gpt-image-2", aspect: 2:3, quality: low }
                stage layout { technical { quality: medium }, variants: 2 }
                stage mood { change: "fill the inlet with mist" }
                stage dusk { change: "let it get dark" }
                """
            )
        );
        var comparison = PlanComparison.Between(before, after);
        AssertGolden("", "comparison.json", PlanJson.Write(after, comparison));
        AssertGolden("", "comparison.md", PlanMarkdown.Write(after, comparison));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_plan_that_is_read_is_the_plan_that_was_written(string name)
    {
        string text = PlanJson.Write(PlanOf(name));
        Assert.Equal(text, PlanJson.Write(PlanJson.Read(text)));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_plan_is_no_different_from_itself(string name)
    {
        RequestPlan plan = PlanOf(name);
        var comparison = PlanComparison.Between(PlanJson.Read(PlanJson.Write(plan)), plan);
        Assert.Empty(comparison.Changes);
        Assert.Equal("+$0.00", comparison.Difference.ToString());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_written_plan_has_the_documented_form(string name) => JsonForm.Check(PlanJson.Write(PlanOf(name)));

    [Fact]
    public void A_written_comparison_has_the_documented_form() =>
        JsonForm.Check(
            PlanJson.Write(
                PlanOf("combinations"),
                PlanComparison.Between(PlanOf("four-stages"), PlanOf("combinations"))
            )
        );

    private static RequestPlan PlanOf(string name) =>
        PlanCase.PlanOf(File.ReadAllText(Path.Combine(Root, name, "main.imgp")));

    private static void AssertGolden(string name, string file, string actual)
    {
        string path = Path.Combine(Root, name, file);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, actual);
        }

        Assert.Equal(File.ReadAllText(path), actual);
    }
}
