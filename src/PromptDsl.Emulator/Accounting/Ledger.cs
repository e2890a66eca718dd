using PromptDsl.Emulator.Images;

namespace PromptDsl.Emulator.Accounting;

/// <summary>Adds up what is paid.</summary>
internal sealed class Ledger
{
    private readonly Lock _gate = new();
    private PaidTotal _total = new(0, 0, 0, 0);

    public PaidTotal Total
    {
        get
        {
            lock (_gate)
            {
                return _total;
            }
        }
    }

    public void Charge(PictureOrder order, Usage usage)
    {
        lock (_gate)
        {
            _total = new PaidTotal(
                _total.Pictures + order.Count,
                _total.Dollars + usage.Dollars,
                _total.InputTokens + usage.Input,
                _total.OutputTokens + usage.Output
            );
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _total = new PaidTotal(0, 0, 0, 0);
        }
    }
}
