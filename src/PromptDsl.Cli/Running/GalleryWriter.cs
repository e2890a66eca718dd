using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Files;
using PromptDsl.Runtime.Galleries;

namespace PromptDsl.Cli.Running;

/// <summary>Writes the page of a run into a file, whole or not at all.</summary>
internal static class GalleryWriter
{
    private const string DefaultName = "gallery.html";

    /// <summary>Writes it.</summary>
    /// <returns>The file.</returns>
    /// <exception cref="UsageException">There is no such run, or the file cannot be written.</exception>
    public static string Write(CommandContext context, string id, string? file)
    {
        var folders = new RunFolders(context);
        string run = folders.Read(id).RunId;
        string path = file is null
            ? Path.Combine(folders.Store.FolderOf(run), DefaultName)
            : context.AbsolutePath(file);
        CancellationToken cancellation = context.Host.Cancellation;
        AtomicFile.WriteNamed(
            path,
            context.DisplayPath(path),
            stream => Gallery.WriteAsync(folders.Store, run, stream, cancellation).GetAwaiter().GetResult()
        );
        return path;
    }
}
