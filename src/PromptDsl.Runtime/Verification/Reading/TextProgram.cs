using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace PromptDsl.Runtime.Verification.Reading;

/// <summary>Runs a program that takes bytes and gives text.</summary>
internal static class TextProgram
{
    /// <summary>A page of text has some thousand letters; more than this is passed over.</summary>
    private const int MaxLetters = 1 << 20;

    /// <summary>What the program writes.</summary>
    /// <exception cref="TextProgramException">It cannot be started or ends with an error.</exception>
    public static async Task<string> RunAsync(
        string path,
        IEnumerable<string> arguments,
        byte[] input,
        CancellationToken cancellationToken
    )
    {
        using Process process = Start(path, arguments);
        try
        {
            Task<string> output = ReadAsync(process.StandardOutput, cancellationToken);
            Task<string> errors = ReadAsync(process.StandardError, cancellationToken);
            await WriteAsync(process, input, cancellationToken);
            string text = await output;
            string said = await errors;
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0
                ? text
                : throw new TextProgramException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{Path.GetFileName(path)} ended with code {process.ExitCode}: {Reason(said)}"
                    )
                );
        }
        finally
        {
            Stop(process);
        }
    }

    private static Process Start(string path, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(path, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };

        // The threads of tesseract wait for each other by spinning: on a busy machine minutes instead of tenths of a second.
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        try
        {
            return Process.Start(start) ?? throw new TextProgramException($"{path} cannot be started");
        }
        catch (Win32Exception e)
        {
            throw new TextProgramException($"{path} cannot be started: {e.Message}");
        }
    }

    private static async Task<string> ReadAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        char[] buffer = new char[4096];
        int read;
        while ((read = await reader.ReadAsync(buffer, cancellationToken)) > 0)
        {
            text.Append(buffer, 0, Math.Min(read, MaxLetters - text.Length));
        }

        return text.ToString();
    }

    private static async Task WriteAsync(Process process, byte[] input, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read everything; how it ended says more.
        }
    }

    private static void Stop(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended, or is ending.
        }
    }

    // The first line that tells of an error; remarks may stand before it.
    private static string Reason(string said)
    {
        string[] lines = said.Trim().Split('\n');
        return (Array.Find(lines, l => l.Contains("error", StringComparison.OrdinalIgnoreCase)) ?? lines[0]).Trim();
    }
}
