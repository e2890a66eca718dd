using PromptDsl.Cli.CommandLine;

namespace PromptDsl.Cli.Versions;

/// <summary>What the operands of a comparison mean: two paths, or revisions and then paths.</summary>
/// <param name="Revisions">None, one or two revisions.</param>
/// <param name="Paths">The paths; with <paramref name="ArePaths"/> the two that are compared.</param>
/// <param name="ArePaths">Whether two paths are compared, not two revisions.</param>
/// <param name="FromMergeBase">Whether the first revision stands for where the second parted from it.</param>
internal sealed record VersionOperands(
    IReadOnlyList<string> Revisions,
    IReadOnlyList<string> Paths,
    bool ArePaths,
    bool FromMergeBase
)
{
    private const int MaxRevisions = 2;

    /// <summary>Reads operands as git does: up to the first that is a path they are revisions.</summary>
    /// <param name="operands">Those before <c>--</c>.</param>
    /// <param name="paths">Those after <c>--</c>; null when there is none.</param>
    /// <param name="exists">Whether there is something at a path.</param>
    /// <exception cref="UsageException">There are too many revisions.</exception>
    public static VersionOperands Read(
        IReadOnlyList<string> operands,
        IReadOnlyList<string>? paths,
        Func<string, bool> exists
    )
    {
        if (paths is null && operands.Count == 2 && operands.All(exists))
        {
            return new VersionOperands([], operands, ArePaths: true, FromMergeBase: false);
        }

        int count = paths is null ? operands.TakeWhile(o => !exists(o)).Count() : operands.Count;
        string[] revisions = [.. operands.Take(count)];
        string[] rest = [.. operands.Skip(count), .. paths ?? []];
        bool fromMergeBase = false;
        if (revisions is [var range] && range.Contains("..", StringComparison.Ordinal))
        {
            fromMergeBase = range.Contains("...", StringComparison.Ordinal);
            revisions = [.. range.Split(fromMergeBase ? "..." : "..", 2).Select(r => r.Length == 0 ? "HEAD" : r)];
        }

        return revisions.Length <= MaxRevisions
            ? new VersionOperands(revisions, rest.Length > 0 ? rest : ["."], ArePaths: false, fromMergeBase)
            : throw new UsageException(
                $"`{revisions[MaxRevisions]}` is one revision too many, and there is no file of that name",
                "Paths that are no files any more stand after `--`."
            );
    }
}
