using PromptDsl.Targets.Prices;

namespace PromptDsl.Planning;

/// <summary>What a run may cost.</summary>
public sealed record PlanOptions
{
    public static PlanOptions Default { get; } = new();

    /// <summary>What all files together may cost; null for as much as they like.</summary>
    public Money? MaxCost { get; init; }

    /// <summary>What each file may cost; null for as much as it likes.</summary>
    public Money? MaxCostPerFile { get; init; }

    /// <summary>Whether the known part of a price that is not fully known is held against a budget alone.</summary>
    public bool AllowsUnknownPrice { get; init; }
}
