using PromptDsl.Diagnostics;

namespace PromptDsl.Targets.Checks;

/// <summary>
/// Nobody names a model. The compiler names one in every request, so the API's own default, which
/// differs by endpoint and has changed, is never used; but its choice may change with its catalog.
/// </summary>
internal sealed class UnnamedModelCheck()
    : TargetCheck(new DiagnosticDescriptor("IMG2022", "unnamed-model", DiagnosticSeverity.Warning) { IsOptIn = true })
{
    public override IEnumerable<Diagnostic> Check(TargetContext context)
    {
        if (!context.NamesModel)
        {
            string model = context.Request.Model;
            yield return Finding(
                context.Stage.Place,
                $"uses `{model}`",
                $"no model is named, so `{model}` is used",
                $"Write `technical {{ model: \"{model}\" }}`, or name a model for the project in promptc.yaml."
            );
        }
    }
}
