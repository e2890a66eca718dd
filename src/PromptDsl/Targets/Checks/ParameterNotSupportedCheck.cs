using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Text;

namespace PromptDsl.Targets.Checks;

/// <summary>
/// A parameter, or a value of it, that is not documented for the model. The API was not seen to refuse
/// them, so this is a warning; what it refuses has a check of its own.
/// </summary>
internal sealed class ParameterNotSupportedCheck()
    : TargetCheck(new DiagnosticDescriptor("IMG2052", "parameter-not-supported", DiagnosticSeverity.Warning))
{
    public override IEnumerable<Diagnostic> Check(TargetContext context)
    {
        if (context.Model is not { } model)
        {
            return [];
        }

        return
        [
            .. OfWord(context, "complexity", context.Parameters.Complexity, model.Complexities),
            .. OfWord(context, "moderation", context.Parameters.Moderation, model.Moderations),
            .. OfPartialImages(context, model),
            .. OfMask(context, model),
        ];
    }

    private IEnumerable<Diagnostic> OfWord(
        TargetContext context,
        string key,
        string? value,
        Fact<ImmutableArray<string>> documented
    )
    {
        if (value is null || !documented.TryGet(out ImmutableArray<string> values) || values.Contains(value))
        {
            yield break;
        }

        ParameterPlace place = context.PlaceOf(key);
        yield return values.IsEmpty
            ? NotSupported(context, place.Place, key) with
            {
                Fixes = place.Remove(FixSafety.Unsafe),
            }
            : Finding(
                place.Place,
                "not documented",
                $"`{key}: {value}` is not documented for `{context.Request.Model}`",
                $"It takes {string.Join(", ", values.Select(v => $"`{v}`"))}."
            ) with
            {
                Fixes = place.Remove(FixSafety.Unsafe),
            };
    }

    private IEnumerable<Diagnostic> OfPartialImages(TargetContext context, ImageModel model)
    {
        if (context.Parameters.PartialImages is not (> 0 and var wanted))
        {
            yield break;
        }

        ParameterPlace place = context.PlaceOf("partial-images");
        if (model.Streaming.TryGet(out bool streams) && !streams)
        {
            yield return NotSupported(context, place.Place, "partial-images") with
            {
                Fixes = place.Remove(FixSafety.Unsafe),
            };
        }
        else if (model.MaxPartialImages.TryGet(out int most) && wanted > most)
        {
            yield return Finding(
                place.Place,
                Text($"{most} at most"),
                Text($"`{context.Request.Model}` streams at most {most} partial pictures"),
                Text($"Write {most} at most.")
            ) with
            {
                Fixes = place.Write(Text($"{most}")),
            };
        }
    }

    private IEnumerable<Diagnostic> OfMask(TargetContext context, ImageModel model)
    {
        if (context.Stage.Mask is { } mask && model.Mask.TryGet(out bool takesMask) && !takesMask)
        {
            yield return NotSupported(context, mask.Place, "mask");
        }
    }

    private Diagnostic NotSupported(TargetContext context, SourceSpan place, string key) =>
        Finding(
            place,
            "not documented",
            $"`{key}` is not documented for `{context.Request.Model}`",
            "Remove it, or take a model that has it; `promptc models` shows which do."
        );
}
