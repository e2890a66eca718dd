using System.Collections.Immutable;
using PromptDsl.Targets.Prices;

namespace PromptDsl.Planning;

/// <summary>What differs between two plans.</summary>
/// <param name="PricesAsOfBefore">The day of the prices of the earlier plan.</param>
/// <param name="PriceBefore">What the earlier plan costs.</param>
/// <param name="Difference">What the later plan costs more; what both have in common counts as no difference, known or not.</param>
/// <param name="Unchanged">How many stages are the same.</param>
/// <param name="Changes">The others: first those of the later plan in its order, then the removed ones.</param>
public sealed record PlanComparison(
    DateOnly PricesAsOfBefore,
    PriceRange PriceBefore,
    PriceDifference Difference,
    int Unchanged,
    ImmutableArray<PlanChange> Changes
)
{
    public static PlanComparison Between(RequestPlan before, RequestPlan after)
    {
        var earlier = PlanKey.AllOf(before).ToDictionary();
        var later = PlanKey.AllOf(after).ToDictionary();
        ImmutableArray<PlanChange> changes =
        [
            .. PlanKey
                .AllOf(after)
                .Select(e => Compare(e.Key, earlier.GetValueOrDefault(e.Key), e.Value))
                .OfType<PlanChange>(),
            .. PlanKey.AllOf(before).Where(e => !later.ContainsKey(e.Key)).Select(e => Compare(e.Key, e.Value, null)!),
        ];
        return new PlanComparison(
            before.PricesAsOf,
            before.Price,
            changes.Aggregate(PriceDifference.None, (sum, change) => sum + change.Difference),
            later.Count - changes.Count(c => c.Kind != PlanChangeKind.Removed),
            changes
        );
    }

    /// <summary>How many stages were added, removed and changed, for people.</summary>
    public string CountChanges()
    {
        IEnumerable<string> counts = Changes
            .GroupBy(c => c.Kind)
            .OrderBy(same => same.Key)
            .Select(same => PlanText.Count(same.Count(), same.Key.ToString().ToLowerInvariant()));
        return string.Join(", ", counts.Append(PlanText.Count(Unchanged, "unchanged")));
    }

    private static PlanChange? Compare(PlanKey key, PlanStage? before, PlanStage? after)
    {
        var difference = PriceDifference.Between(before?.Price ?? PriceRange.Zero, after?.Price ?? PriceRange.Zero);
        if (before is null || after is null)
        {
            return new PlanChange(before is null ? PlanChangeKind.Added : PlanChangeKind.Removed, key, [], difference);
        }

        ImmutableArray<PlanFieldChange> fields = RequestDifference.Between(before.Request, after.Request);
        return fields.IsEmpty && before.Price == after.Price
            ? null
            : new PlanChange(PlanChangeKind.Changed, key, fields, difference);
    }
}
