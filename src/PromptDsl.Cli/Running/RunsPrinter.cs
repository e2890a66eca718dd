using System.Collections.Immutable;
using System.Globalization;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Terminal;
using PromptDsl.Planning;
using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Runs;
using PromptDsl.Runtime.Verification;
using PromptDsl.Text;

namespace PromptDsl.Cli.Running;

/// <summary>Prints past runs.</summary>
internal sealed class RunsPrinter(CommandContext context)
{
    private const int DefaultLimit = 20;

    private readonly RunFolders _folders = new(context);

    /// <summary>Runs, the newest first.</summary>
    /// <param name="asJson">Whether programs read it.</param>
    /// <param name="limit">How many at most; null for those that fit for people, and all for programs.</param>
    public void List(bool asJson, int? limit)
    {
        ImmutableArray<string> ids = _folders.Store.Ids;
        int most = limit ?? (asJson ? int.MaxValue : DefaultLimit);
        List<RunSummary> runs = [.. ids.Reverse().Take(most).Select(TryRead).OfType<RunSummary>()];
        if (asJson)
        {
            context.Host.Out.Write(JsonText.Of(json => RunsJson.WriteList(json, runs.Select(r => (r, StatusOf(r))))));
        }
        else if (ids.IsEmpty)
        {
            context.Report("There is no run yet; `promptc run --offline` makes one without a key.");
        }
        else if (runs.Count > 0)
        {
            Table.Write(
                context.Host.Out,
                context.OutPaint,
                ["run", "began", "status", "provider", "pictures", "cost", "files"],
                [.. runs.Select(Cells)],
                context.Host.IsOutputTerminal ? context.Host.TerminalSize.Width : null
            );
        }

        if (!asJson && ids.Length > most)
        {
            context.Report(
                $"{PlanText.Plural(ids.Length - most, "older run")} not shown; `promptc runs --limit {ids.Length}` lists all."
            );
        }
    }

    /// <summary>One run with its stages and pictures.</summary>
    /// <exception cref="UsageException">There is no such run.</exception>
    public void Show(string id, bool asJson)
    {
        RunSummary run = _folders.Read(id);
        ImmutableArray<StageSummary> stages = _folders.Store.StagesOf(run);
        if (asJson)
        {
            context.Host.Out.Write(
                JsonText.Of(json => RunsJson.WriteRun(json, run, StatusOf(run), stages, p => PathOf(run, p)))
            );
            return;
        }

        TextWriter output = context.Host.Out;
        output.WriteLine($"{context.OutPaint.Bold(run.RunId)}  {StatusOf(run)}, {run.Opened.Provider}, {run.Spent}");
        foreach (StageSummary stage in stages)
        {
            Show(run, stage);
        }

        foreach (WaitingBatch batch in run.PendingBatches)
        {
            output.WriteLine(
                $"  batch {SafeText.Escape(batch.BatchId)} is not collected; `promptc runs fetch {run.RunId}` does"
            );
        }
    }

    private void Show(RunSummary run, StageSummary stage)
    {
        TextWriter output = context.Host.Out;
        string? reason = RunWords.ReasonOf(stage);
        string state = reason is null ? "" : $"  {Paint(stage.Status, RunWords.NameOf(stage))}";
        output.WriteLine($"  {SafeText.Escape(stage.Node.ToString())}{state}");
        foreach (PictureWritten picture in stage.Pictures)
        {
            string picked = picture.IsSelected && stage.Pictures.Length > 1 ? context.OutPaint.Green("  goes on") : "";
            output.WriteLine($"    {picture.Variant}  {SafeText.Escape(PathOf(run, picture))}{picked}");
            foreach (CheckResult check in picture.Checks)
            {
                output.WriteLine(
                    $"       {RunText.MarkOf(check.Status)} {check.Key}: {SafeText.Escape(check.Sentence)}"
                );
            }
        }

        if (reason is not null)
        {
            output.WriteLine($"    {SafeText.Escape(reason)}");
        }

        foreach (SourceLine line in stage.Left?.Lines ?? [])
        {
            output.WriteLine(SafeText.Escape($"      {line.Path}:{line.Line}: {line.Text}"));
        }

        if (stage.Left?.Help is { } help)
        {
            output.WriteLine($"      {SafeText.Escape(help)}");
        }
    }

    private string Paint(NodeStatus? status, string text) =>
        status is NodeStatus.Failed or NodeStatus.Rejected ? context.OutPaint.Red(text) : context.OutPaint.Dim(text);

    // A list is worth more than its worst entry: a damaged run is named and the others are shown.
    private RunSummary? TryRead(string id)
    {
        try
        {
            return _folders.Store.Read(id);
        }
        catch (RunException e)
        {
            context.Report(SafeText.Escape(e.Message));
            return null;
        }
    }

    private string[] Cells(RunSummary run) =>
        [
            run.RunId,
            run.Opened.Time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            StatusOf(run),
            run.Opened.Provider,
            run.Pictures.Length.ToString(CultureInfo.InvariantCulture),
            run.Spent.ToString(),
            SafeText.Escape(FilesOf(run.Opened.Files)),
        ];

    private string StatusOf(RunSummary run) => RunWords.NameOf(run.Status, _folders.Store.IsUnderWay(run.RunId));

    private static string FilesOf(ImmutableArray<RunFile> files) =>
        files is [var first, _, ..] ? $"{first.Path} and {files.Length - 1} more" : files[0].Path;

    private string PathOf(RunSummary run, PictureWritten picture) =>
        context.DisplayPath(Path.Combine(_folders.Store.FolderOf(run.RunId), picture.Picture));
}
