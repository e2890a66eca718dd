using System.Collections.Immutable;
using System.Text;
using PromptDsl.Runtime.Artifacts;
using PromptDsl.Runtime.Runs;
using PromptDsl.Targets.Prices;

namespace PromptDsl.Runtime.Galleries;

/// <summary>
/// A run as one HTML page that needs nothing else: the pictures with their variants side by side, what is missing and
/// why, each prompt with the lines that it comes from, the checks, the cost.
/// </summary>
public static class Gallery
{
    /// <summary>Writes the page of a run; one picture at a time is in memory.</summary>
    /// <param name="store">The records of runs.</param>
    /// <param name="runId">The id of the run; it may be under way.</param>
    /// <param name="output">What is written to, as UTF-8; it stays open.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <exception cref="Execution.RunException">There is no such run, or its journal is damaged.</exception>
    /// <exception cref="IOException">A picture of the run cannot be read, or the page cannot be written.</exception>
    public static async Task WriteAsync(
        RunStore store,
        string runId,
        Stream output,
        CancellationToken cancellationToken = default
    )
    {
        RunSummary run = store.Read(runId);
        ImmutableArray<StageSummary> stages = store.StagesOf(run);
        await using var text = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        await text.WriteAsync(GalleryPage.Head(run, store.IsUnderWay(runId), stages));
        await text.WriteAsync(GalleryPage.Waiting(run));
        var builds = stages.GroupBy(s => (s.Node.File, s.Node.Build)).ToList();

        // The title says it where there is one file that does not vary.
        bool hasHeads = builds.Count > 1 || run.Opened.Files.Length > 1 || builds is [{ Key.Build.Length: > 0 }];
        foreach (IGrouping<(string File, string Build), StageSummary> build in builds)
        {
            await text.WriteAsync(hasHeads ? GalleryPage.BuildHead(build.Key.File, build.Key.Build) : "<section>\n");
            foreach (StageSummary stage in build)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await WriteStageAsync(text, store.FolderOf(runId), stage, hasHeads ? 3 : 2, cancellationToken);
            }

            await text.WriteAsync(GalleryPage.BuildFoot);
        }

        await text.WriteAsync(GalleryPage.Foot(run));
    }

    private static async Task WriteStageAsync(
        StreamWriter text,
        string folder,
        StageSummary stage,
        int level,
        CancellationToken cancellationToken
    )
    {
        await text.WriteAsync(GalleryStage.Head(stage, level));
        var records = new List<ArtifactRecord>();
        foreach (PictureWritten picture in stage.Pictures)
        {
            if (await ArtifactRecord.ReadAsync(Path.Combine(folder, RunFolder.RecordsName, picture.Path)) is { } record)
            {
                records.Add(record);
            }

            await WritePictureAsync(text, folder, picture, stage.Pictures.Length > 1, cancellationToken);
        }

        await text.WriteAsync(GalleryStage.ResultsFoot(stage));
        await text.WriteAsync(Words(stage, records));
        await text.WriteAsync(GalleryStage.Foot);
    }

    private static async Task WritePictureAsync(
        StreamWriter text,
        string folder,
        PictureWritten picture,
        bool hasVariants,
        CancellationToken cancellationToken
    )
    {
        string path = Path.Combine(folder, picture.Picture.Replace('/', Path.DirectorySeparatorChar));
        if (File.Exists(path))
        {
            byte[] bytes = await File.ReadAllBytesAsync(path, cancellationToken);
            await text.WriteAsync(GalleryStage.PictureHead(picture, hasVariants, bytes));
            await text.WriteAsync(Convert.ToBase64String(bytes));
            await text.WriteAsync(GalleryStage.PictureEnd);
        }
        else
        {
            await text.WriteAsync(GalleryStage.PictureGone(picture, hasVariants));
        }

        await text.WriteAsync(GalleryStage.PictureFoot(picture));
    }

    /// <summary>The prompt with what is known of how it was carried out; of the plan, where no record has it.</summary>
    private static string Words(StageSummary stage, List<ArtifactRecord> records)
    {
        var html = new StringBuilder("<div class=\"words\">\n");
        if (records.FirstOrDefault() is { } record)
        {
            GalleryPrompt.Append(html, record.Prompt, record.PromptMap);
        }
        else if (stage.Plan is { } plan)
        {
            GalleryPrompt.Append(html, plan.Prompt, plan.PromptMap);
        }

        html.Append("<dl class=\"facts\">\n");
        if ((records.FirstOrDefault()?.Model ?? stage.Plan?.Model) is { } model)
        {
            html.AppendFact("model", model);
        }

        if (records.Count > 0)
        {
            // Each request is one record for every picture that it brought.
            html.AppendFact(
                "cost",
                PriceRange.Sum(records.DistinctBy(r => r.RequestSha256).Select(r => r.Cost)).ToString()
            );
        }

        foreach (
            string rewritten in records.Select(r => r.RevisedPrompt).OfType<string>().Distinct(StringComparer.Ordinal)
        )
        {
            html.AppendFact("rewritten", rewritten);
        }

        return html.Append("</dl>\n</div>\n").ToString();
    }
}
