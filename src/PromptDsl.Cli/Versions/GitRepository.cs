using System.Diagnostics;
using System.Globalization;
using System.Text;
using PromptDsl.Cli.CommandLine;

namespace PromptDsl.Cli.Versions;

/// <summary>The repository that a folder is in.</summary>
internal sealed class GitRepository
{
    private const string LinkMode = "120000";

    private readonly GitProcess _git;

    private GitRepository(GitProcess git, string prefix)
    {
        _git = git;
        Prefix = prefix;
    }

    /// <summary>The folder, relative to the root of the repository; empty at the root, else it ends in <c>/</c>.</summary>
    public string Prefix { get; }

    /// <summary>Finds it.</summary>
    /// <exception cref="UsageException">The folder is in none, or there is no git.</exception>
    public static GitRepository Of(string folder, CancellationToken cancellation)
    {
        var git = new GitProcess(folder, cancellation);
        string? prefix = git.TryReadLine("rev-parse", "--show-prefix");
        return prefix is not null
            ? new GitRepository(git, prefix)
            : throw new UsageException(
                $"revisions cannot be compared here: {git.Reason}",
                "Two files or folders can be compared without a repository: promptc diff A B"
            );
    }

    /// <summary>The commit that a revision names.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public string Resolve(string revision) =>
        _git.TryReadLine("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")
        ?? throw new UsageException(
            $"there is no revision `{revision}`",
            "Paths that are no files any more stand after `--`: promptc diff HEAD~1 -- old.imgp"
        );

    /// <summary>The commit at which two lines of history part.</summary>
    /// <exception cref="UsageException">They have nothing in common.</exception>
    public string MergeBase(string first, string second) =>
        _git.TryReadLine("merge-base", Resolve(first), Resolve(second))
        ?? throw new UsageException($"`{first}` and `{second}` have no commit in common");

    /// <summary>
    /// The paths, relative to the root of the repository, of the files that are different from a commit, those
    /// that git does not know and does not ignore included.
    /// </summary>
    public IEnumerable<string> Changed(string commit)
    {
        byte[] changed = _git.Run("diff", "--name-only", "--no-renames", "-z", commit);
        byte[] unknown = _git.Run("ls-files", "--others", "--exclude-standard", "--full-name", "-z", ":/");
        return (Encoding.UTF8.GetString(changed) + Encoding.UTF8.GetString(unknown)).Split(
            '\0',
            StringSplitOptions.RemoveEmptyEntries
        );
    }

    /// <summary>The files of a commit.</summary>
    public IEnumerable<GitEntry> List(string commit)
    {
        string listing = Encoding.UTF8.GetString(_git.Run("ls-tree", "-r", "-z", "-l", "--full-tree", commit));
        foreach (string line in listing.Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            int tab = line.IndexOf('\t');
            string[] parts = line[..tab].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (parts is [var mode, "blob", var id, var size])
            {
                yield return new GitEntry(
                    line[(tab + 1)..],
                    id,
                    long.Parse(size, CultureInfo.InvariantCulture),
                    mode == LinkMode
                );
            }
        }
    }

    /// <summary>Reads contents one after the other from a single process.</summary>
    public void Read(IEnumerable<GitEntry> entries, Action<GitEntry, byte[]> take)
    {
        using Process process = _git.Start("cat-file", "--batch");
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        Stream output = process.StandardOutput.BaseStream;
        foreach (GitEntry entry in entries)
        {
            process.StandardInput.Write(entry.Object + "\n");
            process.StandardInput.Flush();
            string header = ReadLine(output);
            if (
                !header.EndsWith($" blob {entry.Size.ToString(CultureInfo.InvariantCulture)}", StringComparison.Ordinal)
            )
            {
                throw new IOException($"git cannot read {entry.Path}: {header}");
            }

            byte[] content = new byte[entry.Size];
            output.ReadExactly(content);
            output.ReadByte();
            take(entry, content);
        }

        process.StandardInput.Close();
        process.WaitForExit();
    }

    private static string ReadLine(Stream stream)
    {
        var line = new StringBuilder();
        for (int b = stream.ReadByte(); b is not (-1 or '\n'); b = stream.ReadByte())
        {
            line.Append((char)b);
        }

        return line.ToString();
    }
}
