using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Text;

namespace PromptDsl.Cli.Files;

/// <summary>Reads files that a person names, so that no file can fill the memory or stop the tool.</summary>
internal static partial class BoundedFile
{
    /// <summary>One byte more than the compiler takes, so that it can say that the file is too large.</summary>
    public const int MaxBytes = SourceText.MaxBytes + 1;

    private const int ReadOnly = 0;

    private static int NonBlocking => OperatingSystem.IsMacOS() || OperatingSystem.IsFreeBSD() ? 0x0004 : 0x0800;

    /// <summary>Reads at most <see cref="MaxBytes"/> of a regular file.</summary>
    /// <exception cref="IOException">It cannot be read, or it is a folder, a pipe or a device.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static byte[] Read(string path)
    {
        using var handle = Open(path);
        using var stream = new FileStream(handle, FileAccess.Read, bufferSize: 0);

        // What the shell makes of `<(command)` is a pipe that somebody writes to.
        return Read(stream, stream.CanSeek ? Math.Min(stream.Length, MaxBytes) : 0);
    }

    /// <summary>Reads at most <see cref="MaxBytes"/> of a stream.</summary>
    public static byte[] Read(Stream stream, long expected = 0)
    {
        byte[] buffer = new byte[Math.Max(expected, 4096)];
        int length = 0;
        while (length < MaxBytes)
        {
            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, (int)Math.Min((long)buffer.Length * 2, MaxBytes));
            }

            int read = stream.Read(buffer, length, buffer.Length - length);
            if (read == 0)
            {
                break;
            }

            length += read;
        }

        return buffer.AsSpan(0, length).ToArray();
    }

    /// <summary>Why a file cannot be read, in words that fit after its name; null when something else is wrong.</summary>
    public static string? Explain(Exception exception) =>
        exception switch
        {
            FileNotFoundException or DirectoryNotFoundException => "does not exist",
            UnauthorizedAccessException => "may not be read (permission denied)",
            IOException => exception.Message.TrimEnd('.'),
            _ => null,
        };

    /// <summary>As <see cref="Read(string)"/>, for a file without which the command makes no sense.</summary>
    /// <exception cref="UsageException">It cannot be read.</exception>
    public static byte[] ReadNamed(string path, string shownPath)
    {
        try
        {
            return Read(path);
        }
        catch (Exception e) when (Explain(e) is { } reason)
        {
            throw new UsageException($"`{shownPath}` cannot be used: it {reason}");
        }
    }

    private static SafeFileHandle Open(string path)
    {
        if (Directory.Exists(path))
        {
            throw new IOException("is a folder");
        }

        // To open a pipe waits for a writer. Whatever has bytes is no pipe; only what seems
        // empty is looked at with more care.
        if (!OperatingSystem.IsWindows() && new FileInfo(RealPath.Of(path)) is { Exists: true, Length: 0 })
        {
            using var probe = new SafeFileHandle(OpenWithoutWaiting(path, ReadOnly | NonBlocking), ownsHandle: true);
            if (!probe.IsInvalid && !IsRegular(probe))
            {
                throw new IOException("is not a regular file");
            }
        }

        return File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
    }

    private static bool IsRegular(SafeFileHandle handle)
    {
        try
        {
            using var stream = new FileStream(handle, FileAccess.Read, bufferSize: 0);
            return stream.CanSeek;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint OpenWithoutWaiting(string path, int flags);
}
