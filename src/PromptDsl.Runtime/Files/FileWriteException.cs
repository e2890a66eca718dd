namespace PromptDsl.Runtime.Files;

/// <summary>A file or folder cannot be written: says which, as whoever runs promptc knows it, and why in plain words.</summary>
internal sealed class FileWriteException : IOException
{
    // What .NET passes on: errno on Unix (ENOSPC, and EDQUOT of Linux and macOS; EROFS), HRESULT on Windows.
    private static readonly int[] NoSpace = [28, 122, 69, unchecked((int)0x80070070), unchecked((int)0x80070027)];
    private static readonly int[] ReadOnly = [30, unchecked((int)0x80070013)];

    private FileWriteException(string path, string reason, Exception cause)
        : base($"`{path}` cannot be written: {reason}", cause)
    {
        Path = path;
        IsDiskFull = IsNoSpace(cause);
    }

    /// <summary>What was to be there in the end.</summary>
    public string Path { get; }

    /// <summary>Whether other files cannot be written either, for lack of space.</summary>
    public bool IsDiskFull { get; }

    /// <summary>Whether a failure is one of the disk, not a defect.</summary>
    public static bool IsOfDisk(Exception exception) => exception is IOException or UnauthorizedAccessException;

    /// <summary>A file that cannot be written, under whatever name it was tried.</summary>
    public static FileWriteException Of(string path, Exception cause) =>
        cause as FileWriteException
        ?? new(path, Directory.Exists(path) ? "a folder stands there" : ReasonOf(path, cause), cause);

    /// <summary>A folder that cannot be made, or in which nothing can be written.</summary>
    public static FileWriteException InFolder(string path, Exception cause) =>
        cause as FileWriteException ?? new(path, ReasonOf(path, cause), cause);

    private static string ReasonOf(string path, Exception cause) =>
        IsNoSpace(cause) ? "no space is left"
        : ReadOnly.Contains(cause.HResult) ? "the disk can only be read"
        : FileAmong(path) is { } file ? $"`{file}` is a file, not a folder"
        : cause is UnauthorizedAccessException ? "no permission"
        // What follows names the path, which may be a temporary one.
        : cause.Message.Split(" : '")[0].TrimEnd('.');

    private static bool IsNoSpace(Exception cause) => NoSpace.Contains(cause.HResult);

    /// <summary>A file where a folder of the path should be.</summary>
    private static string? FileAmong(string path)
    {
        string? folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path));
        while (folder is not null && !Directory.Exists(folder))
        {
            if (File.Exists(folder))
            {
                return folder;
            }

            folder = System.IO.Path.GetDirectoryName(folder);
        }

        return null;
    }
}
