using System.Diagnostics;

namespace PromptDsl.Cli.Tests.Processes;

/// <summary>The tool as people run it: a process of its own.</summary>
internal static class Executable
{
    public static string Path { get; } =
        System.IO.Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "promptc.exe" : "promptc");

    /// <summary>Starts it, or a shell command that uses it as <c>promptc</c>.</summary>
    public static Process Shell(string folder, string command)
    {
        var start = new ProcessStartInfo("bash", ["-c", command])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["PATH"] =
            System.IO.Path.GetDirectoryName(Path) + ":" + Environment.GetEnvironmentVariable("PATH");
        start.Environment.Remove("NO_COLOR");
        start.Environment.Remove("FORCE_COLOR");
        return Process.Start(start)!;
    }

    /// <summary>Runs a shell command to its end.</summary>
    public static (int Code, string Out, string Error) Run(string folder, string command, string input = "")
    {
        using Process process = Shell(folder, command);
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
