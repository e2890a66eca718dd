using PromptDsl.Targets.Prices;

namespace PromptDsl.Runtime.Budgets;

/// <summary>
/// Keeps a run within what it may cost: what was spent and what is under way count at their upper bounds. Where
/// a price has none, which had to be allowed, what is known of it counts.
/// </summary>
/// <param name="limit">What the run may cost, or null.</param>
/// <param name="spent">What it has cost already.</param>
/// <param name="onChange">Told about every change, one at a time.</param>
internal sealed class Ledger(Money? limit, PriceRange spent, Action<RunMoney> onChange)
{
    private readonly Lock _lock = new();
    private PriceRange _spent = spent;
    private Money _inFlight;
    private int _reservations;
    private TaskCompletionSource _settled = NewSettled();

    public RunMoney Now
    {
        get
        {
            lock (_lock)
            {
                return Current;
            }
        }
    }

    private RunMoney Current => new(_spent, _inFlight, limit);

    /// <summary>
    /// Sets the price of a request aside. When it fits only without what is under way, it waits until some of that
    /// is settled.
    /// </summary>
    /// <returns>The reservation, or null when the request does not fit any more.</returns>
    public async Task<Reservation?> ReserveAsync(PriceRange price, Action onWait, CancellationToken cancellationToken)
    {
        Money amount = UpperBound(price);
        Action? waits = onWait;
        while (true)
        {
            Task settled;
            lock (_lock)
            {
                if (TryReserve(amount) is { } reservation)
                {
                    return reservation;
                }

                if (_reservations == 0 || UpperBound(_spent) + amount > limit)
                {
                    return null;
                }

                settled = _settled.Task;
            }

            waits?.Invoke();
            waits = null;
            await settled.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Sets the price of a request aside that an earlier part of the run has handed in.</summary>
    public Reservation Adopt(PriceRange price)
    {
        var reservation = new Reservation(UpperBound(price));
        lock (_lock)
        {
            _inFlight += reservation.Amount;
            _reservations++;
        }

        return reservation;
    }

    /// <summary>Sets the price of a request aside, or says at once that it does not fit.</summary>
    public Reservation? TryReserve(PriceRange price)
    {
        lock (_lock)
        {
            return TryReserve(UpperBound(price));
        }
    }

    /// <summary>Replaces a reservation by what was paid.</summary>
    public void Settle(Reservation reservation, PriceRange cost)
    {
        TaskCompletionSource settled;
        lock (_lock)
        {
            _spent += cost;
            _inFlight -= reservation.Amount;
            _reservations--;
            (settled, _settled) = (_settled, NewSettled());
            onChange(Current);
        }

        settled.SetResult();
    }

    private Reservation? TryReserve(Money amount)
    {
        if (limit is not null && UpperBound(_spent) + _inFlight + amount > limit)
        {
            return null;
        }

        _inFlight += amount;
        _reservations++;
        onChange(Current);
        return new Reservation(amount);
    }

    private static Money UpperBound(PriceRange price) => price.High ?? price.Low;

    private static TaskCompletionSource NewSettled() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
