using PromptDsl.Values;

namespace PromptDsl.Targets.Requests;

/// <summary>How the size of a request came about.</summary>
/// <param name="Basis">What it was decided from.</param>
/// <param name="Aspect">The ratio that was asked for, if the size was decided from one.</param>
/// <param name="Size">The size that is sent, if it is a size in pixels.</param>
public sealed record SizeDecision(SizeBasis Basis, AspectRatio? Aspect, ImageSize? Size)
{
    /// <summary>
    /// How much wider or taller than asked the chosen size is: 0.02 is two percent, 0 is exact. Null
    /// when no size was chosen for a ratio.
    /// </summary>
    public double? RatioError => Aspect is { } aspect && Size is { } size ? SizeRule.RatioError(size, aspect) : null;

    /// <summary>The value of the <c>size</c> field, or null when it is left out.</summary>
    public string? Sent => Basis == SizeBasis.Auto ? "auto" : Size?.ToString();

    /// <summary>
    /// Decides the size: an explicit one before <c>auto</c>, and both before the ratio.
    /// </summary>
    /// <param name="model">The model, or null when the catalog does not have it.</param>
    /// <param name="parameters">What the file asks for.</param>
    public static SizeDecision For(ImageModel? model, ImageParameters parameters) =>
        parameters switch
        {
            { Size: { } size } => new(SizeBasis.ExplicitSize, null, size),
            { AutoSize: true } => new(SizeBasis.Auto, null, null),
            { Aspect: { } aspect } => ForAspect(model, aspect),
            _ => new(SizeBasis.NotAsked, null, null),
        };

    private static SizeDecision ForAspect(ImageModel? model, AspectRatio aspect)
    {
        if (model is null || !model.Size.TryGet(out SizeRule? rule))
        {
            return new(SizeBasis.RuleUnknown, aspect, null);
        }

        ImageSize? size = rule.Choose(aspect);
        return new(size is null ? SizeBasis.AspectOutOfRange : SizeBasis.ChosenForAspect, aspect, size);
    }
}
