using System.Collections.Immutable;
using System.Globalization;
using PromptDsl.Targets;

namespace PromptDsl.Cli;

/// <summary>The value of a fact about a model, for people.</summary>
internal static class FactText
{
    private const string Nothing = "-";

    public static string Of(FactStatement fact) =>
        fact.Value switch
        {
            null => Nothing,
            ImmutableArray<string> words => words.IsEmpty ? Nothing : string.Join(' ', words),
            bool flag => flag ? "yes" : "no",
            DateOnly date => DateText.Of(date),
            ModelStatus status => status.ToString().ToLowerInvariant(),
            FixedSizeRule rule => string.Join(' ', rule.Sizes) + (rule.AllowsAuto ? " auto" : ""),
            FlexibleSizeRule rule => Of(rule),
            PerImageTable table => string.Join(", ", table.Rows.Select(r => Text($"{r.Quality} {r.Size}: {r.Value}"))),
            InputTokenRule rule => Text(
                $"{rule.Base}, {rule.PerTile} a tile of {rule.TilePixels} pixels; high fidelity {rule.HighFidelitySquare} or {rule.HighFidelityOther} more"
            ),
            IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
            var other => throw new InvalidOperationException($"a fact of type {other.GetType()} is not shown"),
        };

    private static string Of(FlexibleSizeRule rule) =>
        Text(
            $"multiples of {rule.Multiple}, 1:{rule.MaxRatio} to {rule.MaxRatio}:1, edge up to {rule.MaxEdge}, {rule.MinPixels:N0} to {rule.MaxPixels:N0} pixels, experimental above {rule.ExperimentalAbovePixels:N0}"
        ) + (rule.AllowsAuto ? ", auto" : "");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
