using System.Collections.Immutable;
using PromptDsl.Diagnostics;

namespace PromptDsl.Targets.Checks;

/// <summary>A model by the name that moves on, where a dated snapshot stands still.</summary>
internal sealed class UnpinnedModelCheck()
    : TargetCheck(new DiagnosticDescriptor("IMG2023", "unpinned-model", DiagnosticSeverity.Hint) { IsOptIn = true })
{
    public override IEnumerable<Diagnostic> Check(TargetContext context)
    {
        if (
            context.Model is not { } model
            || context.Request.Model != model.Id
            || !model.Snapshots.TryGet(out ImmutableArray<string> snapshots)
            || snapshots.IsEmpty
        )
        {
            yield break;
        }

        ParameterPlace place = context.PlaceOf("model");
        yield return Finding(
            place.Place,
            "may become another snapshot",
            $"`{model.Id}` is not pinned to a snapshot",
            $"The snapshot is `{snapshots[^1]}`. What a snapshot draws stays; what it can do was seen to change."
        ) with
        {
            Fixes = place.Write($"\"{snapshots[^1]}\""),
        };
    }
}
