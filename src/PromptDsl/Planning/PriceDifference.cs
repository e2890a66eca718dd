using System.Collections.Immutable;
using PromptDsl.Targets.Prices;

namespace PromptDsl.Planning;

/// <summary>
/// What something costs more than before, figure by figure: the lower bound of the one less the lower
/// bound of the other, and so on. What is unknown on either side leaves the difference unknown.
/// </summary>
/// <param name="Low">The difference of the lower bounds.</param>
/// <param name="Expected">The difference of the expected prices; null unless both are known.</param>
/// <param name="High">The difference of the upper bounds; null unless both are known.</param>
/// <param name="Unknown">What is not known on either side.</param>
public sealed record PriceDifference(Money Low, Money? Expected, Money? High, ImmutableArray<PriceUnknown> Unknown)
{
    public static PriceDifference None { get; } = Between(PriceRange.Zero, PriceRange.Zero);

    public static PriceDifference Between(PriceRange before, PriceRange after) =>
        new(
            after.Low - before.Low,
            after.Expected - before.Expected,
            after.High - before.High,
            (before + after).Unknown
        );

    public static PriceDifference operator +(PriceDifference left, PriceDifference right) =>
        new(
            left.Low + right.Low,
            left.Expected + right.Expected,
            left.High + right.High,
            [.. left.Unknown.Union(right.Unknown).OrderBy(u => u.Part).ThenBy(u => u.Reason, StringComparer.Ordinal)]
        );

    /// <summary>The difference for people.</summary>
    public override string ToString()
    {
        string low = Low.ToSignedString();
        if (High is not { } most)
        {
            return Low == Money.Zero ? "unknown" : $"{low} in what is known, plus unknown";
        }

        string high = most.ToSignedString();
        return Expected is not { } expected ? $"{low} at the lowest, {high} at the highest"
            : low == high ? expected.ToSignedString()
            : $"{expected.ToSignedString()} ({low} at the lowest, {high} at the highest)";
    }
}
