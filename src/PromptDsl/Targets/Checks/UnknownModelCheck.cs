using PromptDsl.Diagnostics;
using PromptDsl.Text;

namespace PromptDsl.Targets.Checks;

/// <summary>A model that the catalog does not have.</summary>
internal sealed class UnknownModelCheck()
    : TargetCheck(new DiagnosticDescriptor("IMG2050", "unknown-model", DiagnosticSeverity.Error))
{
    public override IEnumerable<Diagnostic> Check(TargetContext context)
    {
        if (context.Model is not null)
        {
            yield break;
        }

        string model = context.Request.Model;
        string[] known = [.. context.Catalog.Models.Select(m => m.Id)];
        string? suggestion = Suggestion.For(model, known);
        ParameterPlace place = context.PlaceOf("model");
        yield return Finding(
            place.Place,
            suggestion is null ? "not known" : $"a model with a similar name: `{suggestion}`",
            $"the model `{model}` is not in the catalog",
            suggestion is null
                ? $"The models are {string.Join(", ", known)}. A project adds its own under `models` in promptc.yaml."
                : $"Write `\"{suggestion}\"`. `promptc models` lists all of them."
        ) with
        {
            Fixes = suggestion is null ? [] : place.Write($"\"{suggestion}\""),
        };
    }
}
