using PromptDsl.Targets.Prices;

namespace PromptDsl.Runtime.Budgets;

/// <summary>The price of something that may or may not have been paid.</summary>
internal static class PerhapsPaid
{
    public static PriceRange Of(PriceRange price) =>
        price.High == Money.Zero ? price : new(Money.Zero, null, price.High, price.Unknown);
}
