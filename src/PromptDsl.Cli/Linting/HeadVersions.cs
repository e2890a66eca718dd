using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Files;
using PromptDsl.Cli.Versions;
using PromptDsl.Linting;

namespace PromptDsl.Cli.Linting;

/// <summary>What files were at the last commit; nothing is read from git before a file asks.</summary>
internal sealed class HeadVersions(CommandContext context, CompileSettings settings) : IDisposable
{
    private const string Head = "HEAD";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, RevisionFolder?> _folders = new(StringComparer.Ordinal);

    /// <summary>The earlier version of a file.</summary>
    public IPreviousVersions Of(SourceFile file) => new Version(this, file);

    public void Dispose()
    {
        foreach (RevisionFolder? folder in _folders.Values)
        {
            folder?.Dispose();
        }
    }

    private CompilationResult? Compile(SourceFile file)
    {
        string folder = Path.GetDirectoryName(file.AbsolutePath)!;
        if (ProjectRoot.FindRepository(folder) is not { } repository)
        {
            return null;
        }

        lock (_lock)
        {
            if (!_folders.TryGetValue(repository, out RevisionFolder? copy))
            {
                copy = Read(repository);
                _folders.Add(repository, copy);
            }

            string path = Path.GetRelativePath(repository, file.AbsolutePath);
            if (copy is null || !File.Exists(Path.Combine(copy.Path, path)))
            {
                return null;
            }

            var version = new SourceVersion(Head, context.In(copy.Path), settings, copy);
            return version.Compile(version.Load(path, path), path)?.Result;
        }
    }

    /// <summary>The files of the last commit; null when there is none or nothing changed since.</summary>
    private RevisionFolder? Read(string repository)
    {
        try
        {
            var git = GitRepository.Of(repository, context.Host.Cancellation);
            string commit = git.Resolve(Head);
            return git.Changed(commit).Any() ? RevisionFolder.Create(git, commit) : null;
        }
        catch (UsageException)
        {
            // No commit yet, a folder that only looks like a repository, or no git at all.
            return null;
        }
    }

    private sealed class Version(HeadVersions versions, SourceFile file) : IPreviousVersions
    {
        public CompilationResult? Before(CompilationResult current) => versions.Compile(file);
    }
}
