using PromptDsl.Diagnostics;
using PromptDsl.Targets.Requests;
using PromptDsl.Values;

namespace PromptDsl.Targets.Checks;

/// <summary>A size with more pixels than the model is said to be stable at.</summary>
internal sealed class ExperimentalSizeCheck()
    : TargetCheck(new DiagnosticDescriptor("IMG2003", "experimental-size", DiagnosticSeverity.Warning))
{
    public override IEnumerable<Diagnostic> Check(TargetContext context)
    {
        if (
            context.Model is null
            || !context.Model.Size.TryGet(out SizeRule? sizes)
            || sizes is not FlexibleSizeRule rule
            || context.Request.Size is not { Basis: SizeBasis.ExplicitSize, Size: { } size }
            || size.Pixels <= rule.ExperimentalAbovePixels
            || !rule.IsLegal(size, out _)
        )
        {
            yield break;
        }

        ParameterPlace place = context.PlaceOf("size");
        ImageSize stable = (rule with { MaxPixels = rule.ExperimentalAbovePixels }).Nearest(size);
        yield return Finding(
            place.Place,
            Text($"more than {rule.ExperimentalAbovePixels:N0} pixels"),
            $"pictures of {size} are experimental for `{context.Request.Model}`",
            $"The result varies more at this size. The largest size of this shape below it is {stable}."
        ) with
        {
            Fixes = place.Write(stable.ToString()),
        };
    }
}
