using PromptDsl.Comparison;
using Xunit;

namespace PromptDsl.Tests.Comparison;

/// <summary>
/// Pairs of files and what changed between them, each change once. Of pairs whose name begins with
/// <c>Same</c> nothing did. <c>UPDATE_GOLDEN=1</c> rewrites what is expected.
/// </summary>
public sealed class ComparisonPairTests
{
    private static readonly bool IsUpdate = Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";

    public static TheoryData<string> Names => [.. ComparisonPair.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Pair_has_the_changes_that_are_expected(string name)
    {
        var pair = new ComparisonPair(name);
        string actual = ComparisonPair.Show(pair.Forwards());
        if (IsUpdate)
        {
            pair.WriteExpected(actual);
        }

        Assert.Equal(pair.Expected, actual);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Pair_has_a_change_unless_its_name_says_that_it_has_none(string name)
    {
        bool isSame = name.StartsWith("Same", StringComparison.Ordinal);
        Assert.Equal(isSame, new ComparisonPair(name).Forwards().IsEmpty);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Backwards_the_changes_are_mirrored(string name)
    {
        var pair = new ComparisonPair(name);
        Assert.Equal(Keys(pair.Forwards().Changes.Select(Mirror)), Keys(pair.Backwards().Changes));
    }

    private static PromptChange Mirror(PromptChange change) =>
        change with
        {
            Kind = change.Kind switch
            {
                ChangeKind.Added => ChangeKind.Removed,
                ChangeKind.Removed => ChangeKind.Added,
                _ => change.Kind,
            },
            Before = change.After,
            After = change.Before,
            Consequences = [.. change.Consequences.Select(Mirror)],
        };

    private static IEnumerable<string> Keys(IEnumerable<PromptChange> changes) =>
        changes
            .Select(c =>
                $"{c.Kind} {c.Area} {Key(c.Before)} -> {Key(c.After)} [{string.Join("; ", Keys(c.Consequences))}]"
            )
            .Order(StringComparer.Ordinal);

    private static string Key(ChangeSide? side) => side is null ? "" : $"{side.Path} = {side.Value} @ {side.Place}";
}
