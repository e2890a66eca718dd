using PromptDsl.Diagnostics;

namespace PromptDsl.Linting;

/// <summary>The pages of rules, out of the documentation that stands in each rule.</summary>
internal static class RulePages
{
    public static string Render(DiagnosticDescriptor descriptor)
    {
        LintRule rule = RuleRegistry.Find(descriptor.Code)!;
        string severity = descriptor.Severity.ToString().ToLowerInvariant();
        string reads = rule.ReadsPlainText ? " Reads plain prompts as well." : "";
        return $"# {descriptor.Code} {descriptor.Name}\n\nSeverity: {severity}. Category: {RuleCategories.NameOf(rule.Category)}.{reads}\n\n{rule.Documentation.Trim()}\n";
    }
}
