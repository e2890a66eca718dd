using PromptDsl.Diagnostics;

namespace PromptDsl.Linting;

/// <summary>The pages of rules, out of the documentation that stands in each rule.</summary>
internal static class RulePages
{
    public static string Render(DiagnosticDescriptor descriptor)
    {
        LintRule rule = RuleRegistry.All.First(r => r.Descriptor.Code == descriptor.Code);
        string severity = descriptor.Severity.ToString().ToLowerInvariant();
        return $"# {descriptor.Code} {descriptor.Name}\n\nSeverity: {severity}.\n\n{rule.Documentation}\n";
    }
}
