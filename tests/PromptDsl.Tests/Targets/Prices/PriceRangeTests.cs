using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using PromptDsl.Targets.Prices;
using Xunit;

namespace PromptDsl.Tests.Targets.Prices;

public class PriceRangeTests
{
    private static readonly Gen<decimal> Amounts = Gen.Choose(0, 2_000_000).Select(n => n / 1_000_000m);

    private static readonly Gen<PriceUnknown> Unknowns = Gen.Elements(
        new PriceUnknown(PricePartKind.Output, "tokens"),
        new PriceUnknown(PricePartKind.Output, "size"),
        new PriceUnknown(PricePartKind.ImageInput, "tokens")
    );

    private static readonly Gen<PriceRange> Ranges =
        from figures in Amounts.ArrayOf(3)
        let ordered = figures.Order().Select(f => new Money(f)).ToArray()
        from hasExpected in Gen.Elements(true, false)
        from unknown in Gen.Frequency(
            (2, Gen.Constant(ImmutableArray<PriceUnknown>.Empty)),
            (1, Unknowns.NonEmptyListOf().Select(ImmutableArray.CreateRange))
        )
        select unknown.IsEmpty
            ? PriceRange.Between(ordered[0], hasExpected ? ordered[1] : null, ordered[2])
            : new PriceRange(ordered[0], null, null, unknown);

    [Fact]
    public void A_sum_does_not_depend_on_the_order() =>
        Check(Ranges.ListOf(), ranges => PriceRange.Sum(ranges).Equals(PriceRange.Sum(Enumerable.Reverse(ranges))));

    [Fact]
    public void Addition_is_commutative_and_zero_is_neutral() =>
        Check(
            Gen.Zip(Ranges, Ranges),
            pair =>
                (pair.Item1 + pair.Item2).Equals(pair.Item2 + pair.Item1)
                && (pair.Item1 + PriceRange.Zero).Equals(pair.Item1)
        );

    [Fact]
    public void What_is_unknown_never_disappears_from_a_sum() =>
        Check(
            Ranges.ListOf(),
            ranges =>
            {
                var sum = PriceRange.Sum(ranges);
                bool isKnown = ranges.All(r => r.IsKnown);
                return sum.IsKnown == isKnown
                    && sum.High is not null == isKnown
                    && ranges.All(r => r.Unknown.All(sum.Unknown.Contains))
                    && sum.ToString().Contains("unknown", StringComparison.Ordinal) == !isKnown;
            }
        );

    [Fact]
    public void The_figures_stay_in_order() =>
        Check(
            Ranges.ListOf(),
            ranges =>
            {
                var sum = PriceRange.Sum(ranges);
                return sum.Low <= (sum.Expected ?? sum.Low)
                    && (sum.Expected ?? sum.Low) <= (sum.High ?? sum.Expected ?? sum.Low);
            }
        );

    [Fact]
    public void So_many_times_is_so_many_times_added() =>
        Check(
            Gen.Zip(Ranges, Gen.Choose(1, 12)),
            pair => (pair.Item1 * pair.Item2).Equals(PriceRange.Sum(Enumerable.Repeat(pair.Item1, pair.Item2)))
        );

    [Fact]
    public void Figures_that_contradict_each_other_are_refused()
    {
        ImmutableArray<PriceUnknown> unknown = [new(PricePartKind.Output, "tokens")];
        Money one = new(1);
        Money two = new(2);
        Assert.Throws<ArgumentException>(() => PriceRange.Between(two, null, one));
        Assert.Throws<ArgumentException>(() => PriceRange.Between(one, two, one));
        Assert.Throws<ArgumentException>(() => PriceRange.Between(new Money(-1), null, one));
        Assert.Throws<ArgumentException>(() => new PriceRange(one, null, null, []));
        Assert.Throws<ArgumentException>(() => new PriceRange(one, one, null, unknown));
        Assert.Throws<ArgumentException>(() => new PriceRange(one, one, one, unknown));
    }

    [Theory]
    [InlineData("0.211", "0.211", "0.211", "$0.211")]
    [InlineData("1", "1", "1", "$1.00")]
    [InlineData("0.05", "0.06", "0.0701", "$0.06 ($0.05 to $0.0701)")]
    [InlineData("0.00005", "0.00005", "0.00005", "$0.00005")]
    [InlineData("0.0000251", "0.000034", "0.000981", "$0.000034 ($0.000025 to $0.00099)")]
    [InlineData("0", "0.0000005", "0.001", "$0.0000005 ($0.00 to $0.001)")]
    [InlineData("0.12341", "0.12344", "0.12349", "$0.1234 ($0.1234 to $0.1235)")]
    public void A_price_is_written_for_people(string low, string expected, string high, string shown) =>
        Assert.Equal(shown, PriceRange.Between(Dollars(low), Dollars(expected), Dollars(high)).ToString());

    [Fact]
    public void An_unknown_price_says_so()
    {
        var unknown = PriceRange.NotKnown(PricePartKind.Output, "tokens");
        Assert.Equal("unknown", unknown.ToString());
        Assert.Equal("at least $0.05, plus unknown", (unknown + PriceRange.Exactly(new Money(0.05m))).ToString());
        Assert.Equal("at least $0.00002, plus unknown", (unknown + PriceRange.Exactly(new Money(0.00002m))).ToString());
    }

    private static Money Dollars(string text) =>
        new(decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture));

    private static void Check<T>(Gen<T> values, Func<T, bool> holds) =>
        Prop.ForAll(values.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
