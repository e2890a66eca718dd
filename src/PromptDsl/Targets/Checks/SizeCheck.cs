using PromptDsl.Diagnostics;
using PromptDsl.Targets.Requests;
using PromptDsl.Values;

namespace PromptDsl.Targets.Checks;

/// <summary>A size or a ratio that the model does not draw.</summary>
internal sealed class SizeCheck()
    : TargetCheck(new DiagnosticDescriptor("IMG2002", "size-not-allowed", DiagnosticSeverity.Error))
{
    public override IEnumerable<Diagnostic> Check(TargetContext context)
    {
        if (context.Model is null || !context.Model.Size.TryGet(out SizeRule? rule))
        {
            return [];
        }

        Diagnostic? finding = context.Request.Size switch
        {
            { Basis: SizeBasis.ExplicitSize, Size: { } size } => OfSize(context, rule, size),
            { Basis: SizeBasis.Auto } when !rule.AllowsAuto => OfAuto(context, rule),
            { Basis: SizeBasis.AspectOutOfRange, Aspect: { } aspect } => OfAspect(context, rule, aspect),
            _ => null,
        };
        return finding is null ? [] : [Weigh(context.Model.Size, finding)];
    }

    private Diagnostic? OfSize(TargetContext context, SizeRule rule, ImageSize size)
    {
        if (rule.IsLegal(size, out string? reason))
        {
            return null;
        }

        ParameterPlace place = context.PlaceOf("size");
        ImageSize nearest = rule.Nearest(size);
        return Finding(
            place.Place,
            reason,
            $"`{context.Request.Model}` does not make pictures of {size}: {reason}",
            $"The nearest size that it makes is {nearest}. With `aspect` the size is chosen for you."
        ) with
        {
            Fixes = place.Write(nearest.ToString()),
        };
    }

    private Diagnostic OfAuto(TargetContext context, SizeRule rule)
    {
        ParameterPlace place = context.PlaceOf("size");
        string square = rule.Choose(new AspectRatio(1, 1))!.Value.ToString();
        return Finding(
            place.Place,
            "the model does not choose",
            $"`{context.Request.Model}` needs a size; it does not choose one itself",
            $"Write a size such as {square}, or say `aspect` and the size is chosen for you."
        ) with
        {
            Fixes = place.Write(square),
        };
    }

    private Diagnostic OfAspect(TargetContext context, SizeRule rule, AspectRatio aspect)
    {
        ParameterPlace place = context.PlaceOf("aspect");
        AspectRatio nearest = rule.NearestAspect(aspect);
        bool isWide = aspect.Width > aspect.Height;
        return Finding(
            place.Place,
            isWide ? "too wide" : "too tall",
            $"`{context.Request.Model}` makes no picture as {(isWide ? "wide" : "tall")} as {aspect}",
            $"The nearest ratio that it makes is {nearest}. Make the picture in parts, or crop it afterwards."
        ) with
        {
            Fixes = place.Write(nearest.ToString()),
        };
    }
}
