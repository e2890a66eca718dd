using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Files;
using PromptDsl.Runtime.Galleries;

namespace PromptDsl.Cli.Running;

/// <summary>Writes the page of a run into a file, whole or not at all.</summary>
internal static class GalleryWriter
{
    private const string DefaultName = "gallery.html";

    private const string StandardOutput = "-";

    /// <summary>Writes it.</summary>
    /// <returns>The file, or null when it went to standard output.</returns>
    /// <exception cref="UsageException">There is no such run, or the file cannot be written.</exception>
    public static string? Write(CommandContext context, string id, string? file)
    {
        var folders = new RunFolders(context);
        string run = folders.Read(id).RunId;
        CancellationToken cancellation = context.Host.Cancellation;
        if (file == StandardOutput)
        {
            Print(context, Write);
            return null;
        }

        string path = file is null
            ? Path.Combine(folders.Store.FolderOf(run), DefaultName)
            : context.AbsolutePath(file);
        AtomicFile.WriteNamed(path, context.DisplayPath(path), Write);
        return path;

        void Write(Stream stream) =>
            Gallery.WriteAsync(folders.Store, run, stream, cancellation).GetAwaiter().GetResult();
    }

    /// <summary>The page may be larger than memory, and is whole before anybody reads of it.</summary>
    private static void Print(CommandContext context, Action<Stream> write)
    {
        using var page = new FileStream(
            Path.GetTempFileName(),
            FileMode.Open,
            FileAccess.ReadWrite,
            FileShare.None,
            bufferSize: 64 * 1024,
            FileOptions.DeleteOnClose
        );
        write(page);
        page.Position = 0;
        byte[] piece = new byte[64 * 1024];
        while (page.Read(piece) is var count and > 0)
        {
            context.Host.WriteBytes(piece.AsSpan(0, count));
        }
    }
}
