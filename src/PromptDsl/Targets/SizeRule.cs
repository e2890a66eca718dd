using System.Diagnostics.CodeAnalysis;
using PromptDsl.Values;

namespace PromptDsl.Targets;

/// <summary>Which sizes a model draws, in pixels.</summary>
public abstract record SizeRule
{
    private protected SizeRule() { }

    /// <summary>Whether <c>auto</c> leaves the size to the model.</summary>
    public required bool AllowsAuto { get; init; }

    /// <summary>Whether the model draws this size.</summary>
    /// <param name="size">The size in question.</param>
    /// <param name="reason">What is wrong with it, as a clause: "its width is not a multiple of 16".</param>
    public abstract bool IsLegal(ImageSize size, [NotNullWhen(false)] out string? reason);

    /// <summary>The legal size to propose instead of <paramref name="size"/>; itself when it is legal.</summary>
    public abstract ImageSize Nearest(ImageSize size);

    /// <summary>
    /// The size to send for a ratio: the one with the smallest
    /// <see cref="RatioError(ImageSize, AspectRatio)"/>, and of equal ones the one with the most pixels.
    /// Null when the rule excludes the ratio itself.
    /// </summary>
    public abstract ImageSize? Choose(AspectRatio aspect);

    /// <summary>The ratio to propose instead of one that <see cref="Choose"/> excludes; itself when it does not.</summary>
    public abstract AspectRatio NearestAspect(AspectRatio aspect);

    /// <summary>
    /// How much wider or taller than asked a size is: 0.02 is two percent, 0 is exact. It orders sizes
    /// as |ln(width / height ÷ ratio)| does, but uses only operations that round alike everywhere.
    /// </summary>
    public static double RatioError(ImageSize size, AspectRatio aspect) =>
        size.Width * aspect.Height == size.Height * aspect.Width ? 0 : RatioError(size, aspect.Value);

    private protected static double RatioError(ImageSize size, double ratio)
    {
        double factor = (double)size.Width / size.Height / ratio;
        return (factor >= 1 ? factor : 1 / factor) - 1;
    }
}
