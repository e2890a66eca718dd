using System.Collections.Concurrent;
using Microsoft.Win32.SafeHandles;

namespace PromptDsl.Runtime.Files;

/// <summary>Sees to it that files are on disk, for everybody in the process.</summary>
internal static class Disk
{
    private static readonly ConcurrentDictionary<LinuxFileSystem, FlushQueue> Queues = [];

    /// <summary>Ends when everything written to the file so far is on disk; many files take hardly longer than one.</summary>
    /// <param name="file">The file; it stays open until then.</param>
    /// <exception cref="IOException">The disk did not take it.</exception>
    public static Task FlushAsync(SafeFileHandle file) =>
        LinuxFileSystem.Find(file) is { } system
            ? Queues
                .GetOrAdd(system, _ => new FlushQueue(RandomAccess.FlushToDisk, LinuxFileSystem.TrySync))
                .FlushAsync(file)
            : Task.Run(() => RandomAccess.FlushToDisk(file));

    /// <summary>The same for a file that nobody writes any more.</summary>
    /// <exception cref="FileWriteException">The disk did not take it.</exception>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    public static async Task FlushAsync(string path)
    {
        try
        {
            // Some systems flush only what is open for writing.
            using SafeFileHandle file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
            await FlushAsync(file);
        }
        catch (Exception e) when (FileWriteException.IsOfDisk(e) && e is not FileNotFoundException)
        {
            throw FileWriteException.Of(path, e);
        }
    }
}
