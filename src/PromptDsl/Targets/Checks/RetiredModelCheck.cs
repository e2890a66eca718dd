using System.Collections.Immutable;
using PromptDsl.Diagnostics;

namespace PromptDsl.Targets.Checks;

/// <summary>A model that has been shut down, or will be within <see cref="ModelEnd.NoticeDays"/> days.</summary>
internal sealed class RetiredModelCheck()
    : TargetCheck(new DiagnosticDescriptor("IMG2001", "retired-model", DiagnosticSeverity.Error))
{
    public override IEnumerable<Diagnostic> Check(TargetContext context)
    {
        if (
            context is not { AsOf: { } today, Model: { } model }
            || ModelEnd.DaysUntil(model, today) is not (<= ModelEnd.NoticeDays and var days)
        )
        {
            yield break;
        }

        ParameterPlace place = context.PlaceOf("model");
        string id = context.Request.Model;
        DateOnly end = today.AddDays(days);
        ImmutableArray<string> instead = model.Replacements.TryGet(out ImmutableArray<string> named) ? named : [];
        Diagnostic finding =
            days <= 0
                ? Finding(
                    place.Place,
                    "shut down",
                    Text($"`{id}` was shut down on {end:yyyy-MM-dd}"),
                    Help(instead, context)
                )
                : Finding(
                    place.Place,
                    Text($"ends in {days} {(days == 1 ? "day" : "days")}"),
                    Text($"`{id}` is shut down on {end:yyyy-MM-dd}"),
                    Help(instead, context)
                ) with
                {
                    Severity = DiagnosticSeverity.Warning,
                };
        yield return Weigh(
            model.Shutdown,
            finding with
            {
                Fixes = [.. instead.SelectMany(i => place.Write($"\"{i}\""))],
            }
        );
    }

    private static string Help(ImmutableArray<string> instead, TargetContext context) =>
        instead.IsEmpty
            ? $"Name a model that is served, such as `{context.Catalog.DefaultModel.Id}`; `promptc models` lists them."
            : $"OpenAI names {string.Join(" or ", instead.Select(i => $"`{i}`"))} instead.";
}
