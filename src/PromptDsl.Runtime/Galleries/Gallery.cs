using System.Collections.Immutable;
using System.Text;
using PromptDsl.Planning;
using PromptDsl.Runtime.Artifacts;
using PromptDsl.Runtime.Runs;

namespace PromptDsl.Runtime.Galleries;

/// <summary>
/// A run as one HTML page that needs nothing else: the pictures with their variants side by side, each prompt with
/// the lines that it comes from, the checks, the cost.
/// </summary>
public static class Gallery
{
    /// <summary>Writes the page of a run; one picture at a time is in memory.</summary>
    /// <param name="store">The records of runs.</param>
    /// <param name="runId">The id of the run.</param>
    /// <param name="output">What is written to, as UTF-8; it stays open.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <exception cref="Execution.RunException">There is no such run, or its journal is damaged.</exception>
    /// <exception cref="IOException">A picture of the run is gone, or the page cannot be written.</exception>
    public static async Task WriteAsync(
        RunStore store,
        string runId,
        Stream output,
        CancellationToken cancellationToken = default
    )
    {
        RunSummary run = store.Read(runId);
        string folder = store.FolderOf(runId);
        await using var text = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        await text.WriteAsync(GalleryPage.Head(run));
        IGrouping<(string File, string Build), PictureWritten>[] builds =
        [
            .. run.Pictures.GroupBy(p => (p.Node.File, p.Node.Build)),
        ];
        foreach (IGrouping<(string File, string Build), PictureWritten> build in builds)
        {
            bool isOnly = builds.Length == 1 && run.Opened.Files.Length == 1 && build.Key.Build.Length == 0;
            await text.WriteAsync(GalleryPage.BuildHead(build.Key.File, build.Key.Build, isOnly));
            foreach (IGrouping<PlanKey, PictureWritten> stage in build.GroupBy(p => p.Node))
            {
                cancellationToken.ThrowIfCancellationRequested();
                await WriteStageAsync(text, folder, [.. stage.OrderBy(p => p.Variant)], cancellationToken);
            }

            await text.WriteAsync(GalleryPage.BuildFoot);
        }

        await text.WriteAsync(GalleryPage.Foot(run));
    }

    private static async Task WriteStageAsync(
        StreamWriter text,
        string folder,
        ImmutableArray<PictureWritten> pictures,
        CancellationToken cancellationToken
    )
    {
        await text.WriteAsync(GalleryPage.StageHead(pictures[0].Node.Stage, pictures.Length));
        ArtifactRecord? record = null;
        foreach (PictureWritten picture in pictures)
        {
            string path = Path.Combine(folder, picture.Picture.Replace('/', Path.DirectorySeparatorChar));
            record ??= await ArtifactRecord.ReadAsync(Path.Combine(folder, RunFolder.RecordsName, picture.Path));
            byte[] bytes = await File.ReadAllBytesAsync(path, cancellationToken);
            await text.WriteAsync(GalleryPage.PictureHead(picture, pictures.Length > 1, bytes));
            await text.WriteAsync(Convert.ToBase64String(bytes));
            await text.WriteAsync(GalleryPage.PictureFoot(picture));
        }

        await text.WriteAsync(GalleryPage.StageFoot(record));
    }
}
