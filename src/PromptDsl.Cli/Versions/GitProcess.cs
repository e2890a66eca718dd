using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using PromptDsl.Cli.CommandLine;

namespace PromptDsl.Cli.Versions;

/// <summary>Runs <c>git</c> without a shell, so that no name can be taken for anything else.</summary>
internal sealed class GitProcess(string folder, CancellationToken cancellation)
{
    /// <summary>Runs a command to its end.</summary>
    /// <returns>What it wrote; null when it failed.</returns>
    public byte[]? TryRun(params ReadOnlySpan<string> arguments)
    {
        using Process process = Start(arguments);
        process.StandardInput.Close();
        Task<string> error = process.StandardError.ReadToEndAsync(cancellation);
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        LastError = error.GetAwaiter().GetResult();
        process.WaitForExit();
        cancellation.ThrowIfCancellationRequested();
        return process.ExitCode == 0 ? output.ToArray() : null;
    }

    /// <summary>Runs a command to its end.</summary>
    /// <exception cref="UsageException">It failed.</exception>
    public byte[] Run(params ReadOnlySpan<string> arguments)
    {
        string command = arguments[0];
        return TryRun(arguments) ?? throw new UsageException($"`git {command}` failed: {Reason}");
    }

    /// <summary>As <see cref="TryRun"/>, the first line of the output.</summary>
    public string? TryReadLine(params ReadOnlySpan<string> arguments) =>
        TryRun(arguments) is { } output ? Encoding.UTF8.GetString(output).Split('\n')[0].TrimEnd('\r') : null;

    /// <summary>The first thing that the last command complained about.</summary>
    public string Reason =>
        LastError.Split('\n')[0].TrimEnd('\r', '.').Replace("fatal: ", "", StringComparison.Ordinal);

    private string LastError { get; set; } = "";

    /// <summary>Starts a command that is talked to.</summary>
    /// <exception cref="UsageException">There is no git.</exception>
    public Process Start(params ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo("git")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add("--no-pager");
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // Messages that are the same everywhere, and no lock on somebody else's index.
        start.Environment["LC_ALL"] = "C";
        start.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new UsageException(
                "comparing revisions needs git, and there is no `git` on the PATH",
                "Two files or folders can be compared without it: promptc diff A B"
            );
        }
    }
}
