using System.Collections.Immutable;

namespace PromptDsl.Planning;

/// <summary>A request that two plans do not have in common.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Request">Which it is.</param>
/// <param name="Fields">What differs in it; nothing when it was added or removed, or when its price alone differs.</param>
/// <param name="Difference">What it costs more, or with a minus less.</param>
public sealed record PlanChange(
    PlanChangeKind Kind,
    PlanKey Request,
    ImmutableArray<PlanFieldChange> Fields,
    PriceDifference Difference
)
{
    /// <summary>What differs, for people.</summary>
    public string Describe() =>
        Kind != PlanChangeKind.Changed ? Kind.ToString().ToLowerInvariant()
        : Fields.IsEmpty ? "the same request at another price"
        : string.Join(", ", Fields);
}
