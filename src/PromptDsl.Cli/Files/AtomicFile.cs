using PromptDsl.Cli.CommandLine;

namespace PromptDsl.Cli.Files;

/// <summary>Replaces a file so that a reader sees the old content or the new, never a part.</summary>
internal static class AtomicFile
{
    /// <summary>Replaces a file that a person named.</summary>
    /// <exception cref="UsageException">It cannot be written.</exception>
    public static void WriteNamed(string path, string shownPath, ReadOnlySpan<byte> content)
    {
        byte[] bytes = content.ToArray();
        WriteNamed(path, shownPath, stream => stream.Write(bytes));
    }

    /// <summary>Replaces a file that a person named with what is written.</summary>
    /// <exception cref="UsageException">It cannot be written.</exception>
    public static void WriteNamed(string path, string shownPath, Action<Stream> write)
    {
        try
        {
            Write(path, write);
        }
        catch (UnauthorizedAccessException)
        {
            throw new UsageException($"`{shownPath}` cannot be written: permission denied");
        }
        catch (IOException e)
        {
            throw new UsageException($"`{shownPath}` cannot be written: {e.Message.TrimEnd('.')}");
        }
    }

    private static void Write(string path, Action<Stream> write)
    {
        // A link stays a link: what it points to is replaced.
        string target = RealPath.Of(Path.GetFullPath(path));
        string folder = Path.GetDirectoryName(target)!;
        Directory.CreateDirectory(folder);
        string temporary = Path.Combine(folder, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}.tmp");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                write(stream);
            }

            if (File.Exists(target))
            {
                KeepAttributes(target, temporary);
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static void KeepAttributes(string from, string to)
    {
        // A rename needs no permission on the file itself; one that may not be written stays as it is.
        if (File.GetAttributes(from).HasFlag(FileAttributes.ReadOnly) || !IsWritable(from))
        {
            throw new UnauthorizedAccessException($"Access to the path '{from}' is denied.");
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(to, File.GetUnixFileMode(from));
        }
    }

    private static bool IsWritable(string path)
    {
        using FileStream stream = File.Open(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        return stream.CanWrite;
    }
}
