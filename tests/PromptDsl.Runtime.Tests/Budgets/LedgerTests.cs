using PromptDsl.Runtime.Budgets;
using PromptDsl.Targets.Prices;
using Xunit;

namespace PromptDsl.Runtime.Tests.Budgets;

public sealed class LedgerTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_under_way_counts_at_its_upper_bound()
    {
        var ledger = new Ledger(new Money(1.00m), PriceRange.Zero, _ => { });

        Reservation? first = await ledger.ReserveAsync(UpTo(0.60m), Never, Token);
        Task<Reservation?> second = ledger.ReserveAsync(UpTo(0.60m), () => { }, Token);

        Assert.NotNull(first);
        Assert.False(second.IsCompleted);
        ledger.Settle(first, PriceRange.Exactly(new Money(0.10m)));
        Assert.NotNull(await second);
        Assert.Equal(new Money(0.60m), ledger.Now.InFlight);
        Assert.Equal(PriceRange.Exactly(new Money(0.10m)), ledger.Now.Spent);
    }

    [Fact]
    public async Task What_cannot_fit_any_more_is_refused_without_waiting()
    {
        var ledger = new Ledger(new Money(1.00m), PriceRange.Exactly(new Money(0.50m)), _ => { });
        Assert.NotNull(await ledger.ReserveAsync(UpTo(0.10m), Never, Token));

        Assert.Null(await ledger.ReserveAsync(UpTo(0.51m), Never, Token));
    }

    [Fact]
    public async Task A_lost_request_may_have_cost_everything()
    {
        var ledger = new Ledger(new Money(1.00m), PriceRange.Zero, _ => { });
        Reservation? lost = await ledger.ReserveAsync(UpTo(0.60m), Never, Token);
        ledger.Settle(lost!, PerhapsPaid.Of(UpTo(0.60m)));

        Assert.Null(await ledger.ReserveAsync(UpTo(0.60m), Never, Token));
        Assert.Equal(Money.Zero, ledger.Now.Spent.Low);
        Assert.Equal(new Money(0.60m), ledger.Now.Spent.High);
    }

    [Fact]
    public async Task A_limit_holds_with_many_at_once()
    {
        var limit = new Money(1.00m);
        var ledger = new Ledger(
            limit,
            PriceRange.Zero,
            money => Assert.True(money.Spent.Low + money.InFlight <= limit)
        );

        bool[] sent = await Task.WhenAll(
            Enumerable
                .Range(0, 200)
                .Select(i =>
                    Task.Run(
                        async () =>
                        {
                            Reservation? mine = await ledger.ReserveAsync(UpTo(0.07m), () => { }, Token);
                            if (mine is not null)
                            {
                                await Task.Yield();
                                ledger.Settle(mine, PriceRange.Exactly(new Money(0.01m * (i % 3))));
                            }

                            return mine is not null;
                        },
                        Token
                    )
                )
        );

        Assert.Contains(false, sent);
        Assert.True(ledger.Now.Spent.Low <= limit);
        Assert.True(ledger.Now.Spent.Low + new Money(0.07m) > limit);
        Assert.Equal(Money.Zero, ledger.Now.InFlight);
    }

    private static PriceRange UpTo(decimal dollars) => PriceRange.Between(Money.Zero, null, new Money(dollars));

    private static void Never() => Assert.Fail("It need not wait.");
}
