using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using PromptDsl.Values;

namespace PromptDsl.Targets;

/// <summary>A model that draws a closed list of sizes.</summary>
public sealed record FixedSizeRule : SizeRule
{
    /// <summary>The sizes, at least one, in the order of the documentation.</summary>
    public required ImmutableArray<ImageSize> Sizes { get; init; }

    public override bool IsLegal(ImageSize size, [NotNullWhen(false)] out string? reason)
    {
        reason = Sizes.Contains(size) ? null : $"it is none of {string.Join(", ", Sizes)}";
        return reason is null;
    }

    /// <summary>The listed size nearest in ratio, and of those the nearest in number of pixels.</summary>
    public override ImageSize Nearest(ImageSize size)
    {
        var aspect = new AspectRatio(size.Width, size.Height);
        return Sizes
            .OrderBy(candidate => RatioError(candidate, aspect))
            .ThenBy(candidate => Math.Abs(candidate.Pixels - size.Pixels))
            .First();
    }

    public override ImageSize? Choose(AspectRatio aspect) =>
        Sizes
            .OrderBy(candidate => RatioError(candidate, aspect))
            .ThenByDescending(candidate => candidate.Pixels)
            .First();

    public override AspectRatio NearestAspect(AspectRatio aspect) => aspect;
}
