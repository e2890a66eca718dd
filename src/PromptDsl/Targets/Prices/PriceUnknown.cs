namespace PromptDsl.Targets.Prices;

/// <summary>Why a part of a price is not known.</summary>
/// <param name="Part">The part of the price.</param>
/// <param name="Reason">A sentence without a final period; what was observed is part of it.</param>
public sealed record PriceUnknown(PricePartKind Part, string Reason);
