using System.Collections.Immutable;
using PromptDsl.Runtime.Events;
using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Tests.Infrastructure;
using PromptDsl.Targets.Prices;
using Xunit;

namespace PromptDsl.Runtime.Tests.Budgets;

public sealed class MoneyTests : IDisposable
{
    private const string Priced =
        "subject \"a cabin\"\ntechnical { model: \"gpt-image-2\", size: 1024x1024, quality: high }";
    private const string Unpriced = "subject \"a cabin\"\ntechnical { model: \"gpt-image-2.6-flare\" }";

    private readonly RunLab _lab = new()
    {
        Provider = new FakeProvider
        {
            IsPaid = true,
            Usage = new TokenUsage
            {
                TextInput = 20,
                ImageInput = 0,
                ImageOutput = 7033,
                Input = 20,
                Output = 7033,
            },
        },
    };

    [Fact]
    public async Task Nothing_paid_is_sent_unless_somebody_agrees()
    {
        RunForecast? shown = null;
        RunOptions asking = _lab.Options with
        {
            Yes = false,
            Consent = (forecast, _) =>
            {
                shown = forecast;
                return Task.FromResult(false);
            },
        };

        RunResult declined = await _lab.RunAsync(Priced, asking);
        RunResult unasked = await _lab.RunAsync(Priced, _lab.Options with { Yes = false });

        Assert.Equal(RunStatus.Declined, declined.Status);
        Assert.Equal(RunStatus.Declined, unasked.Status);
        Assert.Equal(1, shown?.Requests);
        Assert.True(shown?.Price.IsKnown);
        Assert.Empty(_lab.Provider.Sent);
        Assert.Empty(_lab.Store.Ids);
    }

    [Fact]
    public async Task What_was_spent_is_what_the_response_counted()
    {
        RunResult result = await _lab.RunAsync(Priced);

        Assert.Equal(PriceRange.Exactly(new Money(0.0001m + 0.21099m)), result.Money.Spent);
        Assert.Equal(result.Money.Spent, result.Nodes[0].Cost);
        Assert.Equal(result.Money.Spent, _lab.Store.Read(result.RunId).Spent);
    }

    [Fact]
    public async Task A_run_stops_before_its_budget_and_goes_on_with_a_larger_one()
    {
        ImmutableArray<RunSource> sources =
        [
            .. Enumerable
                .Range(0, 5)
                .Select(i => _lab.Source(Priced.Replace("cabin", $"cabin {i}", StringComparison.Ordinal), $"{i}.imgp")),
        ];

        RunResult stopped = await _lab.RunAsync(
            sources,
            _lab.Options with
            {
                MaxCost = new Money(0.50m),
            },
            TestContext.Current.CancellationToken
        );

        Assert.Equal(RunStatus.Failed, stopped.Status);
        Assert.Equal(2, _lab.Provider.Sent.Count);
        Assert.All(stopped.Failures, f => Assert.Equal(RunFailureKind.Budget, f.Kind));
        Assert.All(
            _lab.Events.Of<MoneyChanged>(),
            m => Assert.True(m.Money.Spent.High + m.Money.InFlight <= new Money(0.50m))
        );

        RunResult resumed = await _lab.RunAsync(
            sources,
            _lab.Options with
            {
                MaxCost = new Money(2m),
                Resume = stopped.RunId,
            },
            TestContext.Current.CancellationToken
        );

        Assert.Equal(RunStatus.Succeeded, resumed.Status);
        Assert.Equal(5, _lab.Provider.Sent.Count);
        Assert.Equal(3, resumed.Forecast.Requests);
    }

    [Fact]
    public async Task An_unknown_price_needs_an_allowance()
    {
        RunException refused = await Assert.ThrowsAsync<RunException>(() => _lab.RunAsync(Unpriced));
        Assert.StartsWith("the price of the run is not fully known", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RunException>(() =>
            _lab.RunAsync(Unpriced, Agreeing with { MaxCost = new Money(10m) })
        );
        Assert.Empty(_lab.Provider.Sent);

        RunResult allowed = await _lab.RunAsync(Unpriced, _lab.Options with { AllowsUnknownPrice = true });
        RunResult agreed = await _lab.RunAsync(Unpriced, Agreeing);

        Assert.Equal([RunStatus.Succeeded, RunStatus.Succeeded], [allowed.Status, agreed.Status]);
    }

    public void Dispose() => _lab.Dispose();

    private RunOptions Agreeing => _lab.Options with { Yes = false, Consent = (_, _) => Task.FromResult(true) };
}
