using System.Collections.Immutable;
using PromptDsl.Compilation;
using PromptDsl.Diagnostics;
using PromptDsl.Linting;
using PromptDsl.Syntax;
using Xunit;

namespace PromptDsl.Tests.Linting;

/// <summary>What is expected of fixes, whatever the rule.</summary>
internal static class RuleFixes
{
    private const int MaxRounds = 16;

    /// <summary>
    /// Rules whose safe fixes change the prompt, because what they are about is in the prompt and says nothing
    /// there; each says so under Fix safety.
    /// </summary>
    private static readonly ImmutableArray<string> ChangingPrompts =
    [
        .. RuleRegistry
            .All.Where(r =>
                RulePage
                    .Of(r.Descriptor.Code)
                    .Section("Fix safety")
                    .Contains("changes the prompt", StringComparison.OrdinalIgnoreCase)
            )
            .Select(r => r.Descriptor.Code),
    ];

    /// <summary>Each fix alone removes its finding, and all of them together come to an end.</summary>
    public static void Check(RuleRun run, string text)
    {
        ImmutableArray<Diagnostic> found = run.Lint(text);
        foreach (Diagnostic finding in found)
        {
            foreach (CodeFix fix in finding.Fixes.Where(f => f.Safety != FixSafety.DisplayOnly))
            {
                CheckOne(run, text, found, finding, fix);
            }
        }

        CheckConverges(run, text);
    }

    private static void CheckOne(
        RuleRun run,
        string text,
        ImmutableArray<Diagnostic> before,
        Diagnostic finding,
        CodeFix fix
    )
    {
        if (finding.Source.Text != text)
        {
            return;
        }

        string changed = fix.ApplyTo(text);
        string report = $"{run.Code}, {fix.Title}:\n{text}\nbecomes\n{changed}";
        Assert.True(changed != text, report);
        if (!run.IsPlainText)
        {
            Assert.True(!SyntaxTree.Parse(changed).HasErrors, report);
        }

        Assert.True(run.Lint(changed).Length < before.Length, report);
        if (fix.Safety == FixSafety.Safe && !run.IsPlainText && !ChangingPrompts.Contains(run.Code))
        {
            Assert.True(PromptsOf(run, text).SequenceEqual(PromptsOf(run, changed)), report);
        }
    }

    private static void CheckConverges(RuleRun run, string text)
    {
        for (int round = 0; round < MaxRounds; round++)
        {
            IEnumerable<Diagnostic> own = run.Lint(text).Where(d => d.Source.Text == text);
            (string changed, int count) = FixApplier.Apply(text, own, allowUnsafe: true);
            if (count == 0)
            {
                return;
            }

            text = changed;
        }

        Assert.Fail($"{run.Code}: fixes come to no end:\n{text}");
    }

    private static IEnumerable<string> PromptsOf(RuleRun run, string text) =>
        run.Compile(text).Builds.SelectMany((CompiledBuild b) => b.Stages.Select(s => s.Prompt.Text));
}
