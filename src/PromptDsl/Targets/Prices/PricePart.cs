using System.Collections.Immutable;

namespace PromptDsl.Targets.Prices;

/// <summary>A part of the price of a stage, for all its sendings and pictures.</summary>
/// <param name="Kind">What it is paid for.</param>
/// <param name="Price">What it costs, as far as it is known.</param>
/// <param name="Basis">What the figures come from, as a clause; null when nothing is known.</param>
public sealed record PricePart(PricePartKind Kind, PriceRange Price, string? Basis)
{
    /// <summary>The tokens that are paid for, if they are known.</summary>
    public TokenRange? Tokens { get; init; }

    /// <summary>The texts that the facts behind the figures were read in.</summary>
    public ImmutableArray<FactSource> Sources { get; init; } = [];

    internal static PricePart NotKnown(PricePartKind kind, string reason, string? observed = null) =>
        new(kind, PriceRange.NotKnown(kind, reason, observed), null);
}
