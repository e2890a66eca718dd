using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using PromptDsl.Values;

namespace PromptDsl.Targets;

/// <summary>A model that draws any size within bounds.</summary>
public sealed record FlexibleSizeRule : SizeRule
{
    /// <summary>
    /// What a size chosen for a landscape ratio stays within; a portrait one within its transpose. Its
    /// corners are the sizes that all GPT image models share and that prices are published for: more
    /// pixels cost more, and whoever wants them names a size.
    /// </summary>
    private static readonly ImageSize ChoiceBox = new(1536, 1024);

    /// <summary>Both edges are multiples of this many pixels.</summary>
    public required int Multiple { get; init; }

    /// <summary>The longer edge is at most this many times the shorter one.</summary>
    public required int MaxRatio { get; init; }

    /// <summary>The longest edge in pixels.</summary>
    public required int MaxEdge { get; init; }

    /// <summary>The fewest pixels, width times height.</summary>
    public required int MinPixels { get; init; }

    /// <summary>The most pixels, width times height.</summary>
    public required int MaxPixels { get; init; }

    /// <summary>Sizes with more pixels than this are legal, and called experimental.</summary>
    public required int ExperimentalAbovePixels { get; init; }

    public override bool IsLegal(ImageSize size, [NotNullWhen(false)] out string? reason)
    {
        (int width, int height) = size;
        reason = null;
        if (width % Multiple != 0 || height % Multiple != 0)
        {
            string edge =
                width % Multiple == 0 ? "height is"
                : height % Multiple == 0 ? "width is"
                : "edges are";
            reason = Clause($"its {edge} not a multiple of {Multiple}");
        }
        else if (size.LongEdge > MaxEdge)
        {
            reason = Clause($"its longer edge is above {MaxEdge} pixels");
        }
        else if (width > (long)height * MaxRatio || height > (long)width * MaxRatio)
        {
            reason = Clause($"its longer edge is more than {MaxRatio} times the shorter one");
        }
        else if (size.Pixels < MinPixels)
        {
            reason = Clause($"its {size.Pixels:N0} pixels are fewer than {MinPixels:N0}");
        }
        else if (size.Pixels > MaxPixels)
        {
            reason = Clause($"its {size.Pixels:N0} pixels are more than {MaxPixels:N0}");
        }

        return reason is null;
    }

    /// <summary>
    /// Scales the size to the nearest ratio, number of pixels and edge that the rule allows, then takes
    /// the legal size nearest to that; of equally near ones the one with more pixels.
    /// </summary>
    public override ImageSize Nearest(ImageSize size)
    {
        (double idealWidth, double idealHeight) = Scale(size);
        return Search(
                new ImageSize(MaxEdge, MaxEdge),
                _ => idealHeight,
                candidate => Math.Abs(candidate.Width - idealWidth) + Math.Abs(candidate.Height - idealHeight)
            ) ?? size;
    }

    /// <summary>
    /// The size for a ratio among those of at most 1536x1024 pixels, or 1024x1536 in portrait; among all
    /// when the model draws none as small. Null when the ratio is beyond <see cref="MaxRatio"/>.
    /// </summary>
    public override ImageSize? Choose(AspectRatio aspect)
    {
        if (aspect.Width > aspect.Height * MaxRatio || aspect.Height > aspect.Width * MaxRatio)
        {
            return null;
        }

        double ratio = aspect.Value;
        ImageSize box = ratio >= 1 ? ChoiceBox : new ImageSize(ChoiceBox.Height, ChoiceBox.Width);
        return Within(box) ?? Within(new ImageSize(MaxEdge, MaxEdge));

        ImageSize? Within(ImageSize largest) =>
            Search(largest, width => width / ratio, candidate => RatioError(candidate, ratio));
    }

    public override AspectRatio NearestAspect(AspectRatio aspect) =>
        aspect.Width > aspect.Height * MaxRatio ? new AspectRatio(MaxRatio, 1)
        : aspect.Height > aspect.Width * MaxRatio ? new AspectRatio(1, MaxRatio)
        : aspect;

    /// <summary>
    /// The legal size in a box with the smallest cost, of equal ones the one with the most pixels. For
    /// each width the cost rises away from the wanted height, so only its two neighbours are tried.
    /// </summary>
    private ImageSize? Search(ImageSize box, Func<int, double> wantedHeight, Func<ImageSize, double> cost)
    {
        ImageSize best = default;
        double smallest = double.PositiveInfinity;
        for (int width = Multiple; width <= Math.Min(box.Width, MaxEdge); width += Multiple)
        {
            int lowest = RoundUp(Math.Max(DivideUp(width, MaxRatio), DivideUp(MinPixels, width)));
            int highest = RoundDown(
                Math.Min(Math.Min(box.Height, MaxEdge), Math.Min(width * MaxRatio, MaxPixels / width))
            );
            if (lowest > highest)
            {
                continue;
            }

            int below = RoundDown((int)wantedHeight(width));
            Try(new ImageSize(width, Math.Clamp(below, lowest, highest)));
            Try(new ImageSize(width, Math.Clamp(below + Multiple, lowest, highest)));
        }

        return best == default ? null : best;

        void Try(ImageSize candidate)
        {
            double value = cost(candidate);
            if (value < smallest || (value == smallest && candidate.Pixels > best.Pixels))
            {
                (best, smallest) = (candidate, value);
            }
        }
    }

    private (double Width, double Height) Scale(ImageSize size)
    {
        double ratio = Math.Clamp((double)size.Width / size.Height, 1.0 / MaxRatio, MaxRatio);
        double pixels = Math.Clamp(size.Pixels, MinPixels, MaxPixels);
        double width = Math.Sqrt(pixels * ratio);
        double height = Math.Sqrt(pixels / ratio);
        double shrink = Math.Min(1, MaxEdge / Math.Max(width, height));
        return (width * shrink, height * shrink);
    }

    private int RoundDown(int pixels) => pixels / Multiple * Multiple;

    private int RoundUp(int pixels) => DivideUp(pixels, Multiple) * Multiple;

    private static int DivideUp(int dividend, int divisor) => (dividend + divisor - 1) / divisor;

    private static string Clause(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
