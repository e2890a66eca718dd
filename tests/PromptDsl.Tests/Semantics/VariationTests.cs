using Xunit;

namespace PromptDsl.Tests.Semantics;

public class VariationTests
{
    private const string Head = """
        param season: choice ["spring", "autumn"] = "autumn"
        param snow: boolean = false
        param name: text = "Dawn"
        subject: "a forest in ${season}, ${name}"
        style { medium: "ink" }

        """;

    private static IEnumerable<string> Names(string source, params string[] set) =>
        BindResult.Silent(Head + source, null, set).File.Builds.Select(b => b.Name);

    [Fact]
    public void Nothing_varies_without_vary() => Assert.Equal([""], Names(""));

    [Fact]
    public void A_choice_and_a_flag_take_all_their_values()
    {
        Assert.Equal(["season=spring", "season=autumn"], Names("vary season"));
        Assert.Equal(["snow=false", "snow=true"], Names("vary snow"));
    }

    [Fact]
    public void Several_multiply_and_what_is_joined_goes_together()
    {
        Assert.Equal(4, Names("vary season\nvary snow").Count());
        Assert.Equal(
            ["season=spring,name=a", "season=autumn,name=b"],
            Names("vary [season, name] [[\"spring\", \"a\"], [\"autumn\", \"b\"]]")
        );
    }

    [Fact]
    public void A_field_varies_over_what_the_file_says()
    {
        BindResult result = BindResult.Silent(
            Head + "vary style.medium [\"oil\", \"gouache\"]\nvary technical.quality [low, high]"
        );
        Assert.Equal(4, result.File.Builds.Length);
        Assert.Equal("gouache", result.File.Builds[^1].Model.Base.Style!.Fields["medium"]!.Written);
        Assert.Equal("high", result.File.Builds[^1].Model.Stages[0].Parameters.Quality);
    }

    [Fact]
    public void A_subject_varies_as_a_property_and_as_a_block()
    {
        BindResult result = BindResult.Silent("subject \"a\" { mood: \"m\" }\nvary subject [\"b\", \"c\"]");
        Assert.Equal(["b", "c"], result.File.Builds.Select(b => b.Model.Base.Subject!.Description!.Plain));
        Assert.Equal("m", result.File.Builds[0].Model.Base.Subject!.Fields["mood"]!.Written);
    }

    [Fact]
    public void A_value_from_outside_fixes_a_parameter() =>
        Assert.Equal(["snow=false", "snow=true"], Names("vary season\nvary snow", "season=spring"));

    [Theory]
    [InlineData("extends t", 2)]
    [InlineData("extends t { season: \"spring\" }", 1)]
    public void A_template_varies_unless_the_file_that_extends_it_gives_the_value(string extends, int builds)
    {
        var files = new MemoryFiles { ["t.imgp"] = Head + "vary season" };
        BindResult result = BindResult.Silent($"use \"t.imgp\" as t\n{extends}", files);
        Assert.Equal(builds, result.File.Builds.Length);
    }

    [Theory]
    [InlineData("vary saeson", "IMG1080 saeson")]
    [InlineData("vary style [\"a\"]", "IMG1080 style")]
    [InlineData("vary object.color [#FFF]", "IMG1080 object.color")]
    [InlineData("vary season\nvary season", "IMG1080 season")]
    [InlineData("vary [season, season] [[\"spring\", \"autumn\"]]", "IMG1080 season")]
    [InlineData("vary name", "IMG1081 vary name")]
    [InlineData("vary style.medium", "IMG1081 vary style.medium")]
    [InlineData("vary name []", "IMG1081 []")]
    [InlineData("vary [season, name] [[\"spring\", \"a\"], [\"autumn\"]]", "IMG1081 [\"autumn\"]")]
    [InlineData("vary [season, name] [\"spring\"]", "IMG1081 \"spring\"")]
    [InlineData("vary name \"a\"", "IMG1020 \"a\"")]
    [InlineData("vary season [\"spring\", \"summer\"]", "IMG1053 \"summer\"")]
    [InlineData("vary technical.quality [low, hihg]", "IMG1021 hihg")]
    [InlineData("vary style.medium [\"a\", true]", "IMG1020 true")]
    [InlineData("vary season { values: [1] }", "IMG1001 values")]
    public void A_wrong_vary_is_one_finding(string vary, string expected) => BindResult.Finds(Head + vary, expected);

    [Fact]
    public void The_number_of_builds_is_capped_before_anything_expands()
    {
        string items = string.Join(", ", Enumerable.Range(0, 30).Select(i => $"\"{i}\""));
        BindResult result = BindResult.Of(
            $"{Head}vary name [{items}]\nvary style.medium [{items}]\nvary style.mood [{items}]"
        );
        Assert.Equal(
            "what varies makes 30 × 30 × 30 = 27,000 builds; one file makes at most 256",
            Assert.Single(result.Findings).Message
        );
    }
}
