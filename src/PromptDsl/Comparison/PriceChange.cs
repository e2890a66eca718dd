using PromptDsl.Planning;
using PromptDsl.Semantics;
using PromptDsl.Targets.Prices;

namespace PromptDsl.Comparison;

/// <summary>What two versions cost.</summary>
/// <param name="Before">What the earlier version costs; nothing when there is none.</param>
/// <param name="After">What the later version costs; nothing when there is none.</param>
/// <param name="Difference">What the later version costs more; what both have in common counts as no difference, known or not.</param>
/// <param name="RestBefore">What the earlier version costs without the text of the prompt, which is an estimate.</param>
/// <param name="RestAfter">What the later version costs without it.</param>
public sealed record PriceChange(
    PriceRange Before,
    PriceRange After,
    PriceDifference Difference,
    PriceRange RestBefore,
    PriceRange RestAfter
)
{
    private static readonly Money Cent = new(0.01m);

    /// <summary>No price in either version.</summary>
    public static PriceChange None { get; } =
        new(PriceRange.Zero, PriceRange.Zero, PriceDifference.None, PriceRange.Zero, PriceRange.Zero);

    /// <summary>Whether neither version costs anything, as a template does not.</summary>
    public bool IsNothing => Before == PriceRange.Zero && After == PriceRange.Zero;

    /// <summary>
    /// Whether the price is another; one with the same unknown part, and else about the same, is not.
    /// </summary>
    public bool IsChanged => Before != After && (After.IsKnown || !IsAboutTheSame);

    /// <summary>
    /// Whether the difference is less than its estimate is worth: less than a cent, and only because the
    /// text is longer or shorter.
    /// </summary>
    public bool IsAboutTheSame =>
        RestBefore == RestAfter
        && IsComparable
        && IsLessThanCent(Difference.Low)
        && (Difference.Expected is not { } expected || IsLessThanCent(expected))
        && (Difference.High is not { } high || IsLessThanCent(high));

    /// <summary>Compares the prices of two versions of a file under one path.</summary>
    /// <param name="before">The earlier version; null when there is none.</param>
    /// <param name="after">The later version; null when there is none.</param>
    /// <returns>Null when a version has errors, so that nobody can say what it costs.</returns>
    public static PriceChange? Between(PlanSource? before, PlanSource? after)
    {
        if (!HasPrice(before) || !HasPrice(after))
        {
            return null;
        }

        RequestPlan left = PlanOf(before);
        RequestPlan right = PlanOf(after);
        return new PriceChange(
            left.Price,
            right.Price,
            PlanComparison.Between(left, right).Difference,
            WithoutText(left),
            WithoutText(right)
        );
    }

    public static PriceChange operator +(PriceChange left, PriceChange right) =>
        new(
            left.Before + right.Before,
            left.After + right.After,
            left.Difference + right.Difference,
            left.RestBefore + right.RestBefore,
            left.RestAfter + right.RestAfter
        );

    /// <summary>The prices and the difference for people.</summary>
    public override string ToString() =>
        IsAboutTheSame ? $"about the same: {After}"
        : Before == PriceRange.Zero ? $"new: {After}"
        : After == PriceRange.Zero ? $"gone: {Before}"
        : IsComparable ? $"{Before} → {After}: {Difference}"
        : $"{Before} → {After}";

    /// <summary>Whether it makes sense to subtract: not where one version alone has an unknown part.</summary>
    private bool IsComparable => Before.Unknown.SequenceEqual(After.Unknown);

    private static bool IsLessThanCent(Money amount) => amount < Cent && amount > Money.Zero - Cent;

    /// <summary>A template costs nothing by itself, whatever its parameters lack.</summary>
    private static bool HasPrice(PlanSource? source) =>
        source is null || source.Result.Succeeded || source.Result.Role == FileRole.Template;

    private static RequestPlan PlanOf(PlanSource? source) =>
        Planner.Plan(source is { Result.Role: FileRole.Picture } ? [source] : []);

    private static PriceRange WithoutText(RequestPlan plan) =>
        PriceRange.Sum(
            PlanKey
                .AllOf(plan)
                .SelectMany(entry => entry.Value.Parts)
                .Where(part => part.Kind != PricePartKind.TextInput)
                .Select(part => part.Price)
        );
}
