using System.Collections.Immutable;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Comparison;

namespace PromptDsl.Cli.Versions;

/// <summary>The two versions that a command line means, ready to be compared.</summary>
internal sealed class VersionPair(CommandContext context, CompileSettings settings) : IDisposable
{
    private const string Head = "HEAD";
    private const string WorkingTree = "the working tree";

    private readonly List<RevisionFolder> _folders = [];

    public void Dispose() => _folders.ForEach(f => f.Dispose());

    /// <summary>Compares what the operands mean.</summary>
    /// <exception cref="UsageException">There is no such file, revision or repository.</exception>
    public VersionDifference Compare(VersionOperands operands) =>
        operands.ArePaths ? ComparePaths(operands.Paths[0], operands.Paths[1]) : CompareRevisions(operands);

    private VersionDifference ComparePaths(string before, string after)
    {
        var version = new SourceVersion(WorkingTree, context, settings);
        bool isFolder = Directory.Exists(context.AbsolutePath(before));
        if (isFolder != Directory.Exists(context.AbsolutePath(after)))
        {
            throw new UsageException($"`{(isFolder ? before : after)}` is a folder, and the other is a file");
        }

        var comparer = new FolderComparer(version, version);
        ImmutableArray<FileDifference> files = isFolder
            ? comparer.Compare([.. version.Find(before, before)], [.. version.Find(after, after)])
            : comparer.Compare(version.Load(before, after), version.Load(after, after));
        return new VersionDifference(before, after, files);
    }

    private VersionDifference CompareRevisions(VersionOperands operands)
    {
        var repository = GitRepository.Of(context.Host.WorkingDirectory, context.Host.Cancellation);
        string first = operands.Revisions.Count > 0 ? operands.Revisions[0] : Head;
        string? second = operands.Revisions.Count > 1 ? operands.Revisions[1] : null;
        string commit = operands.FromMergeBase ? repository.MergeBase(first, second!) : repository.Resolve(first);
        SourceVersion before = At(repository, commit, first);
        SourceVersion after = second is null
            ? new SourceVersion(WorkingTree, context, settings)
            : At(repository, repository.Resolve(second), second);
        string? missing = operands.Paths.FirstOrDefault(p => !before.Has(p) && !after.Has(p));
        if (missing is not null)
        {
            throw new UsageException($"`{missing}` is neither in {before.Name} nor in {after.Name}");
        }

        ImmutableArray<FileDifference> files = new FolderComparer(before, after).Compare(
            FilesOf(before, operands.Paths),
            FilesOf(after, operands.Paths)
        );
        return new VersionDifference(before.Name, after.Name, files);
    }

    private static List<VersionFile> FilesOf(SourceVersion version, IReadOnlyList<string> paths) =>
        [.. paths.SelectMany(p => version.Find(p, relativeTo: ".")).DistinctBy(f => f.Key)];

    private SourceVersion At(GitRepository repository, string commit, string name)
    {
        RevisionFolder folder = RevisionFolder.Create(repository, commit);
        _folders.Add(folder);
        string here = Path.TrimEndingDirectorySeparator(Path.GetFullPath(repository.Prefix, folder.Path));
        return new SourceVersion(name, context.In(here), settings, folder);
    }
}
