using System.Collections.Immutable;
using System.Globalization;
using PromptDsl.Diagnostics;
using PromptDsl.Linting.Options;
using PromptDsl.Text;

namespace PromptDsl.Linting;

/// <summary>
/// A documented pitfall: its documentation, its metadata, its check and its fix. A rule keeps no state
/// between checks; one instance serves every file.
/// </summary>
public abstract class LintRule
{
    private protected LintRule(string code, string name, DiagnosticSeverity severity)
    {
        Descriptor = new DiagnosticDescriptor(code, name, severity) { IsLintRule = true };
        Category = (RuleCategory)int.Parse(code.AsSpan(3, 2), CultureInfo.InvariantCulture);
    }

    /// <summary>What its findings are called.</summary>
    public DiagnosticDescriptor Descriptor { get; }

    public RuleCategory Category { get; }

    /// <summary>
    /// The page of the rule, as Markdown without its first heading: the sections What it checks, Why it
    /// matters, Example, Use instead, Fix safety, Options and Source, in this order.
    /// </summary>
    public abstract string Documentation { get; }

    /// <summary>What a project can set about it.</summary>
    public virtual ImmutableArray<RuleOption> Options => [];

    /// <summary>Whether it makes sense on a plain prompt, where nothing is known but the words.</summary>
    public virtual bool ReadsPlainText => false;

    /// <summary>Former codes and names, which are still understood.</summary>
    public virtual ImmutableArray<string> FormerNames => [];

    /// <summary>Looks at a file as it is written; called once for each file.</summary>
    internal virtual void CheckFile(FileContext context) { }

    /// <summary>Looks at one combination of what varies, with all its stages.</summary>
    internal virtual void CheckBuild(BuildContext context) { }

    /// <summary>Looks at one stage.</summary>
    internal virtual void CheckStage(StageContext context) { }

    /// <summary>A finding of this rule.</summary>
    /// <param name="place">The smallest place that tells it.</param>
    /// <param name="label">What is there, in a few words.</param>
    /// <param name="message">What happens, as a fact in one sentence without a final period.</param>
    /// <param name="help">What to do, in one or two sentences.</param>
    private protected Diagnostic Finding(SourceSpan place, string label, string message, string help) =>
        new(Descriptor, message, new DiagnosticLabel(place, label)) { Help = help };
}
