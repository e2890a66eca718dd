using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace PromptDsl.Runtime.Verification.Reading;

/// <summary>Runs a program that takes bytes and gives text.</summary>
internal static class TextProgram
{
    /// <summary>Everything that the program writes.</summary>
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
            Task<string> output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            Task<string> errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await WriteAsync(process, input, cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            if (process.ExitCode != 0)
            {
                string error = FirstLine(await errors);
                string code = process.ExitCode.ToString(CultureInfo.InvariantCulture);
                throw new TextProgramException($"{Path.GetFileName(path)} ended with code {code}: {error}");
            }

            return await output;
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
        catch (InvalidOperationException)
        {
            // It has ended.
        }
    }

    private static string FirstLine(string text) => text.Trim().Split('\n')[0].Trim();
}
