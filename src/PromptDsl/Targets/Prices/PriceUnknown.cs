namespace PromptDsl.Targets.Prices;

/// <summary>Why a part of a price is not known.</summary>
/// <param name="Part">The part of the price.</param>
/// <param name="Reason">A sentence without a final period.</param>
/// <param name="Observed">What somebody observed, which is no rule; null when nothing was.</param>
public sealed record PriceUnknown(PricePartKind Part, string Reason, string? Observed = null)
{
    /// <summary>The reason with what was observed.</summary>
    public override string ToString() => Observed is null ? Reason : $"{Reason}; {Observed}";
}
