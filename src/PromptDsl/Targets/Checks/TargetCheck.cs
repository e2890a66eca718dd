using System.Globalization;
using PromptDsl.Diagnostics;
using PromptDsl.Text;

namespace PromptDsl.Targets.Checks;

/// <summary>
/// What can be wrong with the request of a stage, given its model. A check owns one code; it reads facts
/// of the catalog, and says nothing where a fact is unknown. IMG2001 to IMG2023 keep the numbers of the
/// rules that were gathered about the API; others follow from IMG2050.
/// </summary>
internal abstract class TargetCheck(DiagnosticDescriptor descriptor)
{
    public DiagnosticDescriptor Descriptor { get; } = descriptor;

    public abstract IEnumerable<Diagnostic> Check(TargetContext context);

    private protected Diagnostic Finding(SourceSpan place, string label, string message, string help) =>
        new(Descriptor, message, new DiagnosticLabel(place, label)) { Help = help };

    /// <summary>
    /// A finding that is no graver than its fact is sure: what somebody else than OpenAI stated is a
    /// warning at most, and the finding says who stated it.
    /// </summary>
    private protected static Diagnostic Weigh<T>(Fact<T> fact, Diagnostic finding) =>
        fact is { IsKnown: true, Confidence: Confidence.Secondary or Confidence.Derived } && finding.IsError
            ? finding with
            {
                Severity = DiagnosticSeverity.Warning,
                Help = $"{finding.Help} OpenAI was not seen to say so; the source is: {fact.Source.Title}.",
            }
            : finding;

    private protected static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
