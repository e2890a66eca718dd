using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PromptDsl.Targets.Prices;

/// <summary>
/// What something costs, as far as it is known. An unknown part never counts as nothing: with one,
/// there is a lower bound, and neither an expected price nor an upper bound.
/// </summary>
public sealed record PriceRange
{
    /// <summary>Makes a range.</summary>
    /// <exception cref="ArgumentException">The figures are out of order, or contradict what is unknown.</exception>
    [JsonConstructor]
    public PriceRange(Money low, Money? expected, Money? high, ImmutableArray<PriceUnknown> unknown)
    {
        if (unknown.IsDefault || unknown.IsEmpty == high is null || (high is null && expected is not null))
        {
            throw new ArgumentException("An upper bound is there exactly when nothing is unknown.", nameof(high));
        }

        if (low < Money.Zero || low > (expected ?? low) || (expected ?? low) > (high ?? expected ?? low))
        {
            throw new ArgumentException("The figures of a price are in order and not negative.", nameof(low));
        }

        Low = low;
        Expected = expected;
        High = high;
        Unknown = [.. unknown.Distinct().OrderBy(u => u.Part).ThenBy(u => u.Reason, StringComparer.Ordinal)];
    }

    public static PriceRange Zero { get; } = Exactly(Money.Zero);

    /// <summary>It costs at least this.</summary>
    public Money Low { get; }

    /// <summary>It most likely costs this; null when a part is unknown, or nothing says what is likely.</summary>
    public Money? Expected { get; }

    /// <summary>It costs at most this; null when a part is unknown.</summary>
    public Money? High { get; }

    /// <summary>The parts that are not known, each once.</summary>
    public ImmutableArray<PriceUnknown> Unknown { get; }

    [JsonIgnore]
    public bool IsKnown => Unknown.IsEmpty;

    public static PriceRange Exactly(Money amount) => new(amount, amount, amount, []);

    public static PriceRange Between(Money low, Money? expected, Money high) => new(low, expected, high, []);

    public static PriceRange NotKnown(PricePartKind part, string reason, string? observed = null) =>
        new(Money.Zero, null, null, [new PriceUnknown(part, reason, observed)]);

    public static PriceRange Sum(IEnumerable<PriceRange> ranges) => ranges.Aggregate(Zero, (sum, next) => sum + next);

    public static PriceRange operator +(PriceRange left, PriceRange right) =>
        new(
            left.Low + right.Low,
            left.Expected + right.Expected,
            left.High + right.High,
            [.. left.Unknown, .. right.Unknown]
        );

    public static PriceRange operator *(PriceRange range, int times) =>
        new(range.Low * times, range.Expected * times, range.High * times, range.Unknown);

    public bool Equals(PriceRange? other) =>
        other is not null
        && Low == other.Low
        && Expected == other.Expected
        && High == other.High
        && Unknown.SequenceEqual(other.Unknown);

    public override int GetHashCode() => HashCode.Combine(Low, Expected, High, Unknown.Length);

    /// <summary>The price for people; bounds are rounded outwards.</summary>
    public override string ToString()
    {
        string low = Low.ToString(MidpointRounding.ToZero);
        if (High is not { } most)
        {
            return Low > Money.Zero ? $"at least {low}, plus unknown" : "unknown";
        }

        string high = most.ToString(MidpointRounding.ToPositiveInfinity);
        return Expected is not { } expected ? $"{low} to {high}"
            : Low == most ? $"{expected}"
            : $"{expected} ({low} to {high})";
    }
}
