using System.Diagnostics;

namespace PromptDsl.Cli.Tests.Infrastructure;

/// <summary>A folder with a real repository.</summary>
internal sealed class GitSandbox : IDisposable
{
    private readonly Sandbox _sandbox = new(isRepository: false);

    public GitSandbox() => Git("init", "--quiet", "--initial-branch", "main", ".");

    public string Folder => _sandbox.Folder;

    public Sandbox Files => _sandbox;

    public void Dispose() => _sandbox.Dispose();

    public void Write(string path, string text) => _sandbox.Write(path, text);

    public CliResult Run(params string[] arguments) => _sandbox.Run(arguments);

    public CliResult RunIn(string folder, params string[] arguments) => Sandbox.Run(_sandbox.Host(folder), arguments);

    /// <summary>Commits everything that is there.</summary>
    public void Commit(string message)
    {
        Git("add", "--all");
        Git("commit", "--quiet", "--message", message);
    }

    public void Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        foreach (string who in new[] { "AUTHOR", "COMMITTER" })
        {
            start.Environment[$"GIT_{who}_NAME"] = "A Designer";
            start.Environment[$"GIT_{who}_EMAIL"] = "designer@example.org";
            start.Environment[$"GIT_{who}_DATE"] = "2026-01-01T00:00:00Z";
        }

        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        using Process process = Process.Start(start)!;
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {error}");
        }
    }
}
