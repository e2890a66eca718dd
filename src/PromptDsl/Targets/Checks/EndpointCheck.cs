using PromptDsl.Diagnostics;

namespace PromptDsl.Targets.Checks;

/// <summary>
/// A request to an endpoint that does not serve the model. A retired model is served by none, which is
/// <see cref="RetiredModelCheck"/>'s to say.
/// </summary>
internal sealed class EndpointCheck()
    : TargetCheck(new DiagnosticDescriptor("IMG2054", "endpoint-not-served", DiagnosticSeverity.Error))
{
    public override IEnumerable<Diagnostic> Check(TargetContext context)
    {
        if (
            context.Model is not { } model
            || (model.Status.TryGet(out ModelStatus status) && status == ModelStatus.Retired)
        )
        {
            yield break;
        }

        (Fact<bool> fact, string what, string help) =
            context.IsResponses
                ? (model.Endpoints.Responses, "the Responses API", "Write `via: images`, or take another model.")
            : context.UsesEdits
                ? (model.Endpoints.Edits, "edits, nor pictures to follow", "Take another model for this step.")
            : (model.Endpoints.Generations, "new pictures", "Take another model for this step.");
        if (fact.TryGet(out bool isServed) && !isServed)
        {
            yield return Weigh(
                fact,
                Finding(
                    context.PlaceOf("model").Place,
                    "not for this",
                    $"`{context.Request.Model}` does not serve {what}",
                    help
                )
            );
        }
    }
}
