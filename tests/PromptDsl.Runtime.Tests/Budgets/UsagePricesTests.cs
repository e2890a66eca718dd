using PromptDsl.Compilation;
using PromptDsl.Runtime.Budgets;
using PromptDsl.Runtime.Providers;
using PromptDsl.Targets;
using PromptDsl.Targets.Prices;
using Xunit;

namespace PromptDsl.Runtime.Tests.Budgets;

public sealed class UsagePricesTests
{
    private static readonly PriceRange Estimate = PriceRange.Between(
        new Money(0.01m),
        new Money(0.02m),
        new Money(0.05m)
    );

    [Fact]
    public void Counted_tokens_at_the_rates_of_the_catalog_are_an_exact_price()
    {
        // gpt-image-2: 5, 8 and 30 dollars a million.
        PriceRange cost = CostOf(
            new TokenUsage
            {
                TextInput = 1000,
                ImageInput = 2000,
                ImageOutput = 7000,
                Input = 3000,
                Output = 7000,
            }
        );

        Assert.Equal(PriceRange.Exactly(new Money(0.005m + 0.016m + 0.21m)), cost);
    }

    [Fact]
    public void Totals_alone_are_enough_for_a_new_picture()
    {
        PriceRange cost = CostOf(new TokenUsage { Input = 1000, Output = 7000 });

        Assert.Equal(PriceRange.Exactly(new Money(0.005m + 0.21m)), cost);
    }

    [Fact]
    public void Cached_input_makes_a_range_as_nobody_says_whether_it_is_cheaper()
    {
        PriceRange cost = CostOf(
            new TokenUsage
            {
                TextInput = 1000,
                ImageInput = 0,
                ImageOutput = 0,
                CachedInput = 800,
                Input = 1000,
                Output = 0,
            }
        );

        Assert.Equal(new Money(0.005m), cost.High);
        Assert.True(cost.Low < new Money(0.005m));
        Assert.Null(cost.Expected);
    }

    [Fact]
    public void Without_counts_all_that_is_known_is_the_estimate()
    {
        PriceRange cost = CostOf(null);

        Assert.Equal(Estimate.Low, cost.Low);
        Assert.Equal(Estimate.High, cost.High);
        Assert.Null(cost.Expected);
    }

    [Fact]
    public void Tokens_that_nobody_counted_are_unknown_and_not_nothing()
    {
        PriceRange cost = CostOf(new TokenUsage { TextInput = 10, ImageInput = 0 });

        Assert.False(cost.IsKnown);
        Assert.Null(cost.High);
    }

    private static PriceRange CostOf(TokenUsage? usage)
    {
        CompiledStage stage = new PromptCompiler()
            .Compile("subject \"a cabin\"\ntechnical { model: \"gpt-image-2\" }")
            .Builds[0]
            .Stages[0];
        return UsagePrices.CostOf(ModelCatalog.BuiltIn.Find("gpt-image-2"), stage, usage, Estimate);
    }
}
