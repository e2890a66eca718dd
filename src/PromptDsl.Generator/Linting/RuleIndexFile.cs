using System.Text;
using PromptDsl.Diagnostics;
using PromptDsl.Linting;

namespace PromptDsl.Generator.Linting;

/// <summary>The list of all rules, by category.</summary>
internal sealed class RuleIndexFile : IGeneratedFile
{
    public string Path => "docs/rules/README.md";

    public string Render()
    {
        var text = new StringBuilder(
            """
            <!-- Written by PromptDsl.Generator from the documentation in the rules. Change that and run the generator. -->

            # Rules

            What `promptc lint` looks for beside [what a compilation reports](../diagnostics/README.md).
            `promptc explain CODE` prints the page of a rule in a terminal; [Linting](../lint.md) says how rules are
            selected, suppressed and configured. Those with a mark under *plain text* also read prompts that are no
            `.imgp` files.

            """
        );
        foreach (RuleCategory category in Enum.GetValues<RuleCategory>())
        {
            LintRule[] rules = [.. RuleCategories.RulesOf(category)];
            if (rules.Length > 0)
            {
                Append(text, category, rules);
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, RuleCategory category, LintRule[] rules)
    {
        text.Append($"\n## {category}\n\n");
        text.Append($"The category is `{RuleCategories.NameOf(category)}`.\n\n");
        text.Append("| code | name | severity | plain text | what it checks |\n| --- | --- | --- | --- | --- |\n");
        foreach (LintRule rule in rules)
        {
            (string code, string name, DiagnosticSeverity severity) = rule.Descriptor;
            string mark = rule.ReadsPlainText ? "x" : "";
            string summary = DiagnosticPages.Summary(code)!.Replace("|", "\\|", StringComparison.Ordinal);
            text.Append(
                $"| [{code}]({code}.md) | `{name}` | {severity.ToString().ToLowerInvariant()} | {mark} | {summary} |\n"
            );
        }
    }
}
