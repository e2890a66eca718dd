using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Text;

namespace PromptDsl.Linting;

/// <summary>Findings about the linting itself.</summary>
internal static class LintDiagnostics
{
    private static readonly DescriptorSet Set = new();
    private static readonly DiagnosticDescriptor RuleFailedDescriptor = Set.Warning("IMG3900", "rule-failed");

    public static ImmutableArray<DiagnosticDescriptor> Descriptors => Set.All;

    /// <summary>A rule threw.</summary>
    public static Diagnostic RuleFailed(SourceSpan place, DiagnosticDescriptor rule, Exception exception) =>
        new(
            RuleFailedDescriptor,
            $"the rule {rule.Code} ({rule.Name}) failed on this file: {exception.GetType().Name}",
            new DiagnosticLabel(place, "not checked by this rule")
        )
        {
            Help = "This is a defect of promptc: please report it with the file. Ignore the rule until then.",
        };
}
