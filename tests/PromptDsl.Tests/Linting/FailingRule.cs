using PromptDsl.Diagnostics;
using PromptDsl.Linting;

namespace PromptDsl.Tests.Linting;

/// <summary>A rule that throws on files that hold a word.</summary>
internal sealed class FailingRule(string on, string code = "IMG3499")
    : LintRule(code, "failing-rule", DiagnosticSeverity.Warning)
{
    public override string Documentation => "";

    public override bool ReadsPlainText => true;

    internal override void CheckFile(FileContext context) => Fail(context.Tree!.Source.Text);

    internal override void CheckStage(StageContext context)
    {
        if (context.IsPlainText)
        {
            Fail(context.Passages[0].Plain);
        }
    }

    private void Fail(string text)
    {
        if (text.Contains(on, StringComparison.Ordinal))
        {
            throw new FormatException("a defect");
        }
    }
}
