using System.Collections.Immutable;
using PromptDsl.Diagnostics;

namespace PromptDsl.Targets.Checks;

/// <summary>
/// <c>input-fidelity</c> of a model that is to get none, or not this one: OpenAI says to leave it out for
/// gpt-image-2, documents it for no later model, and <c>low</c> alone for gpt-image-1-mini.
/// </summary>
internal sealed class InputFidelityCheck()
    : TargetCheck(new DiagnosticDescriptor("IMG2009", "input-fidelity-not-supported", DiagnosticSeverity.Error))
{
    public override IEnumerable<Diagnostic> Check(TargetContext context)
    {
        if (
            context.Parameters.InputFidelity is not { } fidelity
            || !context.Sends("input_fidelity")
            || context.Model is not { } model
            || !model.InputFidelities.TryGet(out ImmutableArray<string> fidelities)
            || fidelities.Contains(fidelity)
        )
        {
            yield break;
        }

        ParameterPlace place = context.PlaceOf("input-fidelity");
        bool isAlwaysHigh = model.AlwaysHighFidelity.TryGet(out bool always) && always;
        string help =
            !fidelities.IsEmpty ? $"It takes {string.Join(", ", fidelities.Select(f => $"`{f}`"))}; or remove the key."
            : isAlwaysHigh ? "Remove it: the model reads every input picture with high fidelity anyway."
            : "Remove it; the model has no such choice.";
        yield return Weigh(
            model.InputFidelities,
            Finding(
                place.Place,
                "not with this model",
                $"`{context.Request.Model}` does not take `input-fidelity: {fidelity}`",
                help
            ) with
            {
                Fixes = [.. place.Remove(FixSafety.Safe), .. fidelities.SelectMany(f => place.Write(f))],
            }
        );
    }
}
