using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Linting;
using PromptDsl.Linting.Suppressions;
using PromptDsl.Tests.Diagnostics;
using PromptDsl.Text;
using Xunit;

namespace PromptDsl.Tests.Linting;

public class SuppressionTests
{
    private const string Room = "subject: \"a reading room with appropriate furniture\"";

    [Theory]
    [InlineData("{0} // promptc-ignore IMG3406: r\n")]
    [InlineData("{0} // promptc-ignore delegated-choice: r\n")]
    [InlineData("{0} /* promptc-ignore img3406: r */\n")]
    [InlineData("// promptc-ignore-next-line IMG3406: r\n{0}\n")]
    [InlineData("//promptc-ignore-next-line   IMG3801 ,IMG3406 :r\n{0}\n")]
    [InlineData("// promptc-ignore IMG3406: r\n\n{0}\n")]
    [InlineData("// promptc-ignore-file IMG3406: r\ntitle: \"x\"\n{0}\n")]
    [InlineData("{0}\n// promptc-ignore-file IMG3406: r: with a colon\n")]
    [InlineData("\uFEFF// promptc-ignore-next-line IMG3406: r\r\n{0}\r\n")]
    public void A_comment_suppresses(string form)
    {
        LintResult result = Check(form.Replace("{0}", Room, StringComparison.Ordinal));
        Assert.DoesNotContain(result.Diagnostics, d => d.Code == "IMG3406");
        SuppressedDiagnostic suppressed = Assert.Single(result.Suppressed);
        Assert.StartsWith("r", suppressed.Suppression.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title: \"x\" // promptc-ignore IMG3406: r\n{0}\n")]
    [InlineData("// promptc-ignore-next-line IMG3406: r\ntitle: \"x\"\n{0}\n")]
    [InlineData("// promptc-ignore-next-line IMG3801: r\n{0}\n")]
    [InlineData("note: \"// promptc-ignore-file IMG3406: r\"\n{0}\n")]
    [InlineData("// please promptc-ignore-file IMG3406: r\n{0}\n")]
    [InlineData("// promptc-ignore-nextline IMG3406: r\n{0}\n")]
    public void What_is_no_suppression_of_the_place_suppresses_nothing(string form) =>
        Assert.Contains(
            Check(form.Replace("{0}", Room, StringComparison.Ordinal)).Diagnostics,
            d => d.Code == "IMG3406"
        );

    [Fact]
    public void A_block_that_is_suppressed_does_not_suppress_what_is_in_it() =>
        Assert.Contains(
            Check(
                "// promptc-ignore-next-line IMG3406: r\nsubject \"a room\" {\n  setting: \"suitable light\"\n}\n"
            ).Diagnostics,
            d => d.Code == "IMG3406"
        );

    [Theory]
    [InlineData("// promptc-ignore IMG3406\n", "IMG3901", "IMG3406")]
    [InlineData("// promptc-ignore IMG3406:  \n", "IMG3901", "IMG3406")]
    [InlineData("// promptc-ignore IMG3406 the client chooses\n", "IMG3901", "IMG3406")]
    [InlineData("// promptc-ignore: the client chooses\n", "IMG3902", "promptc-ignore")]
    [InlineData("// promptc-ignore\n", "IMG3902", "promptc-ignore")]
    [InlineData("// promptc-ignore-nextline IMG3406: r\n", "IMG3902", "promptc-ignore-nextline")]
    [InlineData("// promptc-ignore IMG3406, IMG0101: r\n", "IMG3902", "IMG0101")]
    [InlineData("// promptc-ignore IMG3406, IMG3803: r\n", "IMG3902", "IMG3803")]
    [InlineData("// promptc-ignore IMG3406, delegated-chioce: r\n", "IMG3902", "delegated-chioce")]
    public void What_is_wrong_with_a_suppression_is_said_where_it_is(string comment, string code, string place)
    {
        Diagnostic finding = Assert.Single(
            Check(comment + Room + "\n").Diagnostics,
            d => d.Code.StartsWith("IMG39", StringComparison.Ordinal)
        );
        Assert.Equal((code, place), (finding.Code, finding.Primary.Place.Text));
        DiagnosticStyle.Check(finding);
        Assert.NotNull(finding.Help);
    }

    [Theory]
    [InlineData("// promptc-ignore IMG3406, delegated-chioce: r", "// promptc-ignore IMG3406, delegated-choice: r")]
    [InlineData("// promptc-ignore IMG3406 it is so", "// promptc-ignore IMG3406: it is so")]
    [InlineData("// promptc-ignore-nextline IMG3406: r", "// promptc-ignore-next-line IMG3406: r")]
    public void A_misspelt_suppression_is_corrected(string written, string corrected)
    {
        string text = $"{written}\n{Room}\n";
        Diagnostic finding = Assert.Single(
            Check(text).Diagnostics,
            d => d.Code.StartsWith("IMG39", StringComparison.Ordinal)
        );
        Assert.Equal($"{corrected}\n{Room}\n", Assert.Single(finding.Fixes).ApplyTo(text));
    }

    [Fact]
    public void Errors_are_not_suppressed()
    {
        LintResult result = Check("// promptc-ignore-file unknown-key: r\nsubject \"x\" { moood: \"a\" }\n");
        Assert.Contains(result.Diagnostics, d => d.IsError);
        Assert.Empty(result.Suppressed);
    }

    [Fact]
    public void Findings_of_the_compiler_are_suppressed_as_well()
    {
        const string Text = "param left: text = \"x\"\nsubject: \"a ${left}\"\n";
        Diagnostic warning = Assert.Single(Check(Text).Diagnostics);
        Assert.Equal(DiagnosticSeverity.Warning, warning.Severity);
        LintResult result = Check($"// promptc-ignore {warning.Code}: the name is right\n{Text}");
        Assert.Empty(result.Diagnostics.Select(d => d.ToString()));
        Assert.Single(result.Suppressed);
    }

    [Fact]
    public void A_comment_in_a_used_file_suppresses_there()
    {
        var files = new MemoryFiles
        {
            ["lib.imgp"] =
                "// promptc-ignore-next-line IMG3406: r\ndefine object chair \"a suitable chair\"\ndefine object lamp \"a suitable lamp\"\n",
        };
        LintResult result = Check(
            "use \"lib.imgp\" as lib\nsubject: \"a room\"\ndetails {\n  object a { include lib.chair }\n  object b { include lib.lamp }\n}\n",
            files
        );
        Assert.Equal("lib.imgp", Assert.Single(result.Diagnostics, d => d.Code == "IMG3406").Source.Path);
        Assert.Equal("lib.imgp", Assert.Single(result.Suppressed).Diagnostic.Source.Path);
    }

    [Fact]
    public void What_was_not_looked_for_is_not_unused()
    {
        const string Text = "// promptc-ignore-file IMG3406: r\nsubject: \"a room\"\n";
        Assert.Contains(Check(Text).Diagnostics, d => d.Code == "IMG3803");
        LintOptions without = LintOptions.Default with { Disabled = ["IMG3406"] };
        Assert.Empty(Check(Text, options: without).Diagnostics);
    }

    private static LintResult Check(string text, MemoryFiles? files = null, LintOptions? options = null)
    {
        CompilationResult result = new PromptCompiler(files ?? new MemoryFiles()).Compile(SourceText.FromString(text));
        ImmutableArray<LintRule> rules =
        [
            .. RuleRegistry.All.Where(r => r.Descriptor.Code is "IMG3406" or "IMG3801" or "IMG3803"),
        ];
        return new Linter(options ?? LintOptions.Default, rules).Check(result, CompilerOptions.Default);
    }
}
