using System.Collections.Immutable;
using System.Globalization;

namespace PromptDsl.Comparison;

/// <summary>How two versions of files differ: what the reports show.</summary>
/// <param name="Before">What the earlier version is called, such as a revision.</param>
/// <param name="After">What the later version is called.</param>
/// <param name="Files">The files that are not the same, and those that only mean the same, by path.</param>
public sealed record VersionDifference(string Before, string After, ImmutableArray<FileDifference> Files)
{
    /// <summary>Whether nothing has changed in meaning.</summary>
    public bool IsEmpty => Files.All(f => f.IsEmpty);

    /// <summary>The number of changes; a file that comes, goes or has another name is one.</summary>
    public int Count => Files.Sum(f => (f.Kind == ChangeKind.Changed ? 0 : 1) + (f.Diff?.Changes.Length ?? 0));

    /// <summary>What the files cost together, as far as each is priced.</summary>
    public PriceChange Price =>
        Files.Aggregate(PriceChange.None, (sum, file) => file.Price is { } price ? sum + price : sum);

    /// <summary>Whether several files have a price, so that their sum says something.</summary>
    public bool HasTotal => Files.Count(f => f.Price is { IsNothing: false }) > 1;

    /// <summary>The result in one line.</summary>
    public string Summary
    {
        get
        {
            int files = Files.Count(f => !f.IsEmpty);
            return files == 0
                ? "Nothing changed in meaning."
                : string.Create(CultureInfo.InvariantCulture, $"{Plural(Count, "change")} in {Plural(files, "file")}.");
        }
    }

    private static string Plural(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
