using PromptDsl.Cli.Tests.Docs;
using PromptDsl.Cli.Tests.Infrastructure;
using Xunit;

namespace PromptDsl.Cli.Tests.Verbs;

/// <summary>What <c>promptc diff</c> says about prices.</summary>
public sealed class DiffPriceTests : IDisposable
{
    private const string Fox =
        "subject: \"a red fox\"\ntechnical { model: \"gpt-image-2\", aspect: 1:1, quality: medium }\n";

    private static readonly string Unknown = Fox.Replace("-2\"", "-2.6-flare\"", StringComparison.Ordinal);

    private readonly Sandbox _sandbox = new(isRepository: false);

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public void The_price_before_and_after_and_the_difference_are_shown_once() =>
        Assert.Equal(
            """
            b.imgp
              Technical
                ~ The quality changes from medium to high.
              Price
                $0.053 ($0.053 to $0.0531) → $0.211 ($0.211 to $0.2111): +$0.158

            1 change in 1 file.

            """,
            Diff(Fox, Fox.Replace("medium", "high", StringComparison.Ordinal))
        );

    [Fact]
    public void What_is_not_certain_stays_a_range() =>
        Assert.Contains(
            "$0.053 ($0.053 to $0.0531) → $0.006 to $0.2111: -$0.047 at the lowest, +$0.158 at the highest\n",
            Diff(Fox, Fox.Replace("medium", "auto", StringComparison.Ordinal)),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_few_words_more_cost_about_the_same() =>
        Assert.Contains(
            "  Price\n    about the same: $0.053 ($0.053 to $0.0531)\n",
            Diff(Fox, Fox.Replace("red", "grey and very old", StringComparison.Ordinal)),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_cent_of_words_is_a_difference() =>
        Assert.Matches(
            @"  Price\n    \$0\.053 .* → \$0\.0\d+ .*: \+\$0\.0\d+ ",
            Diff(
                Fox,
                Fox.Replace("red", string.Concat(Enumerable.Repeat("very ", 2500)) + "red", StringComparison.Ordinal)
            )
        );

    [Theory]
    [InlineData("red", "tan", "~ The subject changes")]
    [InlineData("\ntechnical", "\nversion: \"2\"\ntechnical", "+ The version is added")]
    public void The_same_price_is_not_shown(string old, string now, string change)
    {
        string output = Diff(Fox, Fox.Replace(old, now, StringComparison.Ordinal));
        Assert.Contains(change, output, StringComparison.Ordinal);
        Assert.DoesNotContain("Price", output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_unknown_before_and_after_is_no_difference() =>
        Assert.DoesNotContain(
            "Price",
            Diff(Unknown, Unknown.Replace("red", "tan", StringComparison.Ordinal)),
            StringComparison.Ordinal
        );

    [Fact]
    public void What_becomes_unknown_has_no_difference_that_is_known()
    {
        string output = Diff(Fox, Unknown);
        Assert.Contains("    $0.053 ($0.053 to $0.0531) → at least $", output, StringComparison.Ordinal);
        Assert.Contains(", plus unknown\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_compile_has_no_price()
    {
        Assert.DoesNotContain("Price", Diff(Fox, "subject:\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("Price", Diff("subject:\n", Fox), StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_costs_nothing_by_itself() =>
        Assert.DoesNotContain(
            "Price",
            Diff("param what: text\nsubject: \"${what}\"\n", "param what: text\nsubject: \"a ${what}\"\n"),
            StringComparison.Ordinal
        );

    [Fact]
    public void Several_files_have_a_total()
    {
        WriteFolders();
        Assert.Equal(
            """
            + come.imgp is a new file.
              Price
                new: $0.053 ($0.053 to $0.0531)

            dearer.imgp
              Technical
                ~ The quality changes from medium to high.
              Price
                $0.053 ($0.053 to $0.0531) → $0.211 ($0.211 to $0.2111): +$0.158

            - gone.imgp is gone.
              Price
                gone: $0.0061 ($0.006 to $0.0062)

            3 changes in 3 files.
            Price of these files: $0.0591 ($0.059 to $0.0593) → $0.2641 ($0.264 to $0.2641): +$0.2049

            """,
            _sandbox.Run("diff", "old", "new", "--no-text").Out
        );
    }

    [Fact]
    public void Markdown_begins_with_the_total()
    {
        WriteFolders();
        string output = _sandbox.Run("diff", "old", "new", "--format", "markdown").Out;
        Assert.StartsWith(
            "### What the prompts say differently\n\n3 changes in 3 files.\n\nPrice of these files: $0.0591 (",
            output,
            StringComparison.Ordinal
        );
        Assert.Contains("**Price**\n\n- new: $0.053 ($0.053 to $0.0531)\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_all_decimals()
    {
        WriteFolders();
        string output = _sandbox.Run("diff", "old", "new", "--format", "json").Out;
        Assert.Empty(JsonSchema.Check("diff", output));
        Assert.Contains("\"expected\": 0.158,", output, StringComparison.Ordinal);
        Assert.NotEmpty(JsonSchema.Check("diff", output.Replace("aboutTheSame", "equal", StringComparison.Ordinal)));
        _sandbox.Write("a.imgp", Fox);
        _sandbox.Write("b.imgp", Fox.Replace("red", "tan", StringComparison.Ordinal));
        string same = _sandbox.Run("diff", "a.imgp", "b.imgp", "--format", "json").Out;
        Assert.Empty(JsonSchema.Check("diff", same));
        Assert.Contains("\"price\": null", same, StringComparison.Ordinal);
    }

    private void WriteFolders()
    {
        string other = "subject: \"eleven lamps above the harbour at dusk\"\n";
        _sandbox.Write("old/same.imgp", Fox);
        _sandbox.Write("new/same.imgp", Fox);
        _sandbox.Write("old/dearer.imgp", Fox);
        _sandbox.Write("new/dearer.imgp", Fox.Replace("medium", "high", StringComparison.Ordinal));
        _sandbox.Write(
            "old/gone.imgp",
            other + "technical { model: \"gpt-image-2\", size: 1024x1024, quality: low }\nnegatives: [\"ships\"]\n"
        );
        _sandbox.Write("new/come.imgp", Fox);
    }

    private string Diff(string before, string after)
    {
        _sandbox.Write("a.imgp", before);
        _sandbox.Write("b.imgp", after);
        return _sandbox.Run("diff", "a.imgp", "b.imgp", "--no-text").Out;
    }
}
