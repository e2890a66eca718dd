using PromptDsl.Diagnostics;
using Xunit;

namespace PromptDsl.Tests.Targets.Checks;

public class SizeCheckTests
{
    [Theory]
    [InlineData("gpt-image-2", "size: 1000x1000", "Write 1008x1008")]
    [InlineData("gpt-image-2", "size: 512x512", "Write 816x816")]
    [InlineData("gpt-image-2", "aspect: 4:1", "Write 3:1")]
    [InlineData("gpt-image-2", "aspect: 1:4", "Write 1:3")]
    [InlineData("gpt-image-1.5", "size: 1920x1080", "Write 1536x1024")]
    [InlineData("dall-e-3", "size: auto", "Write 1024x1024")]
    public void Offers_the_nearest_size_or_ratio(string model, string technical, string fix)
    {
        string text = Checked.Picture(model, technical);
        Diagnostic finding = Assert.Single(Checked.Findings(text), d => d.Code == "IMG2002");
        CodeFix only = Assert.Single(finding.Fixes);
        Assert.Equal((fix, FixSafety.Unsafe), (only.Title, only.Safety));
        Checked.Expect("IMG2002", "", only.ApplyTo(text));
    }

    [Theory]
    [InlineData("2560x1440", "")]
    [InlineData("2576x1440", "warning «2576x1440»")]
    [InlineData("3840x2160", "warning «3840x2160»")]
    [InlineData("3840x2176", "")]
    public void Large_sizes_are_experimental(string size, string expected) =>
        Checked.Expect("IMG2003", expected, Checked.Picture("gpt-image-2", $"size: {size}"));

    [Fact]
    public void Offers_the_largest_size_that_is_not()
    {
        string text = Checked.Picture("gpt-image-2", "size: 3840x2160");
        Diagnostic finding = Assert.Single(Checked.Findings(text));
        Assert.Equal("Write 2560x1440", Assert.Single(finding.Fixes).Title);
    }

    [Fact]
    public void A_rule_that_only_resellers_state_makes_a_warning_that_says_so()
    {
        Diagnostic finding = Assert.Single(Checked.Findings(Checked.Picture("gpt-image-2.6-flare", "size: 1000x1000")));
        Assert.Equal(DiagnosticSeverity.Warning, finding.Severity);
        Assert.EndsWith(
            "the source is: Documentation of third-party resellers of the 2.6 models, November 2026.",
            finding.Help,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("gpt-image-2", 32_000, "")]
    [InlineData("gpt-image-2", 32_001, "error «prompt: \"aaa»")]
    [InlineData("dall-e-2", 1_001, "error «prompt: \"aaa»")]
    [InlineData("dall-e-3", 4_000, "")]
    public void Long_prompts(string model, int length, string expected)
    {
        string text = $"prompt: \"{new string('a', length)}\"\ntechnical {{ model: \"{model}\" }}\n";
        IEnumerable<string> found = Checked
            .Findings(text)
            .Where(d => d.Code == "IMG2019")
            .Select(d => $"{d.Severity.ToString().ToLowerInvariant()} «{d.Primary.Place.Text[..12]}»");
        Assert.Equal(expected, string.Concat(found));
    }

    [Fact]
    public void Characters_outside_the_first_plane_count_once()
    {
        string clouds = string.Concat(Enumerable.Repeat("🌥", 20_000));
        Assert.Empty(Checked.Findings($"prompt: \"{clouds}\"\ntechnical {{ model: \"gpt-image-2\" }}\n"));
    }

    [Fact]
    public void A_file_with_errors_is_not_measured() =>
        Assert.Equal(
            "IMG1001",
            Assert
                .Single(
                    Checked.Findings($"prompt: \"{new string('a', 32_001)}\"\nsubject \"a fox\" {{ moood: \"x\" }}\n")
                )
                .Code
        );

    [Fact]
    public void The_Responses_API_has_no_limit_of_a_prompt() =>
        Assert.Empty(
            Checked.Findings(
                $"prompt: \"{new string('a', 32_001)}\"\ntechnical {{ model: \"gpt-image-2\", via: responses }}\n"
            )
        );
}
