using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Linting;
using PromptDsl.Text;
using Xunit;

namespace PromptDsl.Tests.Linting;

public class LinterTests
{
    private static readonly LintRule Delegated = RuleRegistry.Find("IMG3406")!;

    [Fact]
    public void A_rule_that_throws_is_named_and_the_others_go_on()
    {
        ImmutableArray<LintRule> rules = [new FailingRule(on: "suitable", "IMG3498"), Delegated];
        ImmutableArray<Diagnostic> found = Lint("subject: \"a suitable lamp\"\n", rules);
        Assert.Equal(["IMG3900", "IMG3406"], found.Select(d => d.Code));
        Assert.Contains("IMG3498", found[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_throws_on_a_plain_prompt_is_named_there()
    {
        ImmutableArray<LintRule> rules = [new FailingRule(on: "suitable", "IMG3498"), Delegated];
        ImmutableArray<Diagnostic> found = new Linter(LintOptions.Default, rules).LintText(
            SourceText.FromString("one\n\na suitable lamp", "prompts.txt"),
            [new TextSpan(0, 3), new TextSpan(5, 15)]
        );
        Assert.Equal(["IMG3900", "IMG3406"], found.Select(d => d.Code));
        Assert.Equal(2, found[1].Primary.Place.Start.Line);
    }

    [Fact]
    public void What_all_builds_share_is_looked_at_once()
    {
        var counting = new CountingRule();
        ImmutableArray<Diagnostic> found = Lint(
            """
            param season: choice ["spring", "summer", "autumn"] = "autumn"
            vary season
            subject: "a suitable lamp"
            stage draw
            stage dress {
              change: "dress it for ${season}"
            }

            """,
            [counting, Delegated]
        );
        Assert.Equal(3, counting.Builds);

        // The stage that draws is the same three times; the one that dresses is another each time.
        Assert.Equal(["draw", "dress", "dress", "dress"], counting.Stages);
        Assert.Single(found);
    }

    [Fact]
    public void A_linter_is_shared_by_threads()
    {
        var linter = new Linter(LintOptions.Default);
        var compiler = new PromptCompiler();
        string[] texts =
        [
            .. Enumerable.Range(0, 64).Select(i => $"subject: \"a suitable lamp {i}\"\nnegatives: [\"people\"]\n"),
        ];
        string[] expected = [.. texts.Select(LintOne)];
        string[] actual = new string[texts.Length];
        Parallel.For(0, texts.Length, i => actual[i] = LintOne(texts[i]));
        Assert.Equal(expected, actual);

        string LintOne(string text) => string.Join('\n', linter.Lint(compiler.Compile(text), CompilerOptions.Default));
    }

    [Fact]
    public void A_file_with_errors_is_read_as_it_is_written() =>
        Assert.DoesNotContain(
            new Linter(LintOptions.Default)
                .Check(new PromptCompiler().Compile("subject: \"a suitable lamp\nstyle {\n"), CompilerOptions.Default)
                .Diagnostics,
            d => d.Name is "delegated-choice" or "rule-failed"
        );

    [Fact]
    public void A_long_text_full_of_words_ends_in_time()
    {
        string text = string.Concat(Enumerable.Repeat("no suitable lamp, not dark \"appropriate\" ", 20_000));
        ImmutableArray<Diagnostic> found = new Linter(LintOptions.Default, [Delegated]).LintText(
            SourceText.FromString(text, "prompt.txt")
        );
        Assert.NotNull(found.ToArray());
    }

    private static ImmutableArray<Diagnostic> Lint(string text, ImmutableArray<LintRule> rules) =>
        new Linter(LintOptions.Default, rules).Lint(new PromptCompiler().Compile(text), CompilerOptions.Default);

    private sealed class CountingRule() : LintRule("IMG3497", "counting-rule", DiagnosticSeverity.Hint)
    {
        public override string Documentation => "";

        public int Builds { get; private set; }

        public List<string> Stages { get; } = [];

        internal override void CheckBuild(BuildContext context) => Builds++;

        internal override void CheckStage(StageContext context) => Stages.Add(context.Stage.Name);
    }
}
