using System.Collections.Immutable;
using PromptDsl.Cli.Configuration;
using PromptDsl.Comparison;
using PromptDsl.Compilation.Dialects;

namespace PromptDsl.Cli.Versions;

/// <summary>Compares the files of two versions: by path, and those that are left by what they say.</summary>
internal sealed class FolderComparer(SourceVersion before, SourceVersion after)
{
    /// <summary>The files that are not the same, by path.</summary>
    public ImmutableArray<FileDifference> Compare(
        IReadOnlyCollection<VersionFile> earlier,
        IReadOnlyCollection<VersionFile> later
    )
    {
        Dictionary<string, VersionFile> left = earlier.ToDictionary(f => f.Key, StringComparer.Ordinal);
        Dictionary<string, VersionFile> right = later.ToDictionary(f => f.Key, StringComparer.Ordinal);
        Dictionary<string, string> earlierNames = RenamedFiles.Find(
            left.Values.Where(f => !right.ContainsKey(f.Key)).Select(f => (f.Key, f.Source.Text)),
            right.Values.Where(f => !left.ContainsKey(f.Key)).Select(f => (f.Key, f.Source.Text))
        );
        IEnumerable<FileDifference> known = right.Values.Select(f =>
            Difference(left.GetValueOrDefault(earlierNames.GetValueOrDefault(f.Key, f.Key)), f)
        );
        IEnumerable<FileDifference> gone = left
            .Values.Where(f => !right.ContainsKey(f.Key) && !earlierNames.ContainsValue(f.Key))
            .Select(f => new FileDifference(f.Key, null, null) { Price = PriceOf(f, null) });
        return [.. known.Concat(gone).Where(IsShown).OrderBy(f => f.Path, StringComparer.Ordinal)];
    }

    /// <summary>Two files, whatever they are called; none when they are the same.</summary>
    public ImmutableArray<FileDifference> Compare(VersionFile earlier, VersionFile later) =>
        [.. new[] { Difference(earlier, later) }.Where(IsShown)];

    private static bool IsShown(FileDifference file) => !file.IsEmpty || file.Diff is { Notes.IsEmpty: false };

    private FileDifference Difference(VersionFile? earlier, VersionFile later)
    {
        FileDifference file = earlier is null
            ? new FileDifference(null, later.Key, null)
            : new FileDifference(earlier.Key, later.Key, Diff(earlier, later));

        // What means the same costs the same.
        return file.IsEmpty ? file : file with { Price = PriceOf(earlier, later) };
    }

    private PriceChange? PriceOf(VersionFile? earlier, VersionFile? later)
    {
        string path = (later ?? earlier)!.Key;
        return PriceChange.Between(before.Compile(earlier, path), after.Compile(later, path));
    }

    private PromptDiff Diff(VersionFile earlier, VersionFile later)
    {
        try
        {
            return new VersionComparer(
                new PromptCompiler(earlier.Source.Project.Files),
                new PromptCompiler(later.Source.Project.Files)
            ).Compare(earlier.Source.Text, earlier.Options, later.Source.Text, later.Options);
        }
        catch (PromptTemplateException e)
        {
            (DialectLoader dialects, CompilerOptions options) = before.Dialects.Knows(earlier.Options.Dialect)
                ? (before.Dialects, earlier.Options)
                : (after.Dialects, later.Options);
            throw dialects.Explain(e, options.Dialect!);
        }
    }
}
