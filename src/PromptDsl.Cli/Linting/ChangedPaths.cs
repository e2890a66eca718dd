using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Versions;

namespace PromptDsl.Cli.Linting;

/// <summary>The files that are not as they were in a revision of git.</summary>
internal sealed class ChangedPaths
{
    private readonly HashSet<string> _paths;

    private ChangedPaths(IEnumerable<string> paths)
    {
        _paths = paths.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>What changed since the working tree parted from a revision, files that git does not know included.</summary>
    /// <exception cref="UsageException">There is no repository, or no such revision.</exception>
    public static ChangedPaths Since(string revision, CommandContext context)
    {
        var repository = GitRepository.Of(context.Host.WorkingDirectory, context.Host.Cancellation);
        string root = Path.GetFullPath(
            string.Concat(repository.Prefix.Where(c => c == '/').Select(_ => "../")),
            context.Host.WorkingDirectory
        );
        return new ChangedPaths(
            repository
                .Changed(repository.MergeBase(revision, "HEAD"))
                .Select(p => Path.GetFullPath(Path.Combine(root, p)))
        );
    }

    public bool Contains(string absolutePath) => _paths.Contains(absolutePath);
}
