using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Terminal;
using PromptDsl.Planning;
using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Runs;
using PromptDsl.Runtime.Verification;
using PromptDsl.Targets.Prices;
using PromptDsl.Text;

namespace PromptDsl.Cli.Running;

/// <summary>Prints past runs.</summary>
internal sealed class RunsPrinter(CommandContext context)
{
    private readonly RunFolders _folders = new(context);

    /// <summary>All runs, the newest first.</summary>
    public void List(bool asJson)
    {
        List<RunSummary> runs = [.. _folders.Store.Ids.Reverse().Select(TryRead).OfType<RunSummary>()];
        if (asJson)
        {
            context.Host.Out.Write(
                JsonText.Of(json =>
                {
                    json.WriteStartObject();
                    json.WriteNumber("schema", JsonOutput.Schema);
                    json.WriteStartArray("runs");
                    runs.ForEach(r => WriteHead(json, r));
                    json.WriteEndArray();
                    json.WriteEndObject();
                })
            );
            return;
        }

        if (runs.Count == 0)
        {
            context.Report("There is no run yet; `promptc run --offline` makes one without a key.");
            return;
        }

        Table.Write(
            context.Host.Out,
            context.OutPaint,
            ["run", "began", "status", "provider", "pictures", "cost", "files"],
            [.. runs.Select(Cells)]
        );
    }

    /// <summary>One run with its pictures.</summary>
    /// <exception cref="UsageException">There is no such run.</exception>
    public void Show(string id, bool asJson)
    {
        RunSummary run = _folders.Read(id);
        if (asJson)
        {
            context.Host.Out.Write(JsonText.Of(json => WriteWhole(json, run)));
            return;
        }

        string[] cells = Cells(run);
        TextWriter output = context.Host.Out;
        output.WriteLine($"{context.OutPaint.Bold(run.RunId)}  {cells[2]}, {run.Opened.Provider}, {run.Spent}");
        foreach (IGrouping<PlanKey, PictureWritten> stage in run.Pictures.GroupBy(p => p.Node))
        {
            output.WriteLine($"  {SafeText.Escape(stage.Key.ToString())}");
            foreach (PictureWritten picture in stage.OrderBy(p => p.Variant))
            {
                string picked = picture.IsSelected && stage.Count() > 1 ? context.OutPaint.Green("  goes on") : "";
                output.WriteLine($"    {picture.Variant}  {SafeText.Escape(PathOf(run, picture))}{picked}");
                foreach (CheckResult check in picture.Checks)
                {
                    output.WriteLine($"       {MarkOf(check.Status)} {check.Key}: {SafeText.Escape(check.Message)}");
                }
            }
        }

        foreach (SendingFailed failed in run.Records.OfType<SendingFailed>())
        {
            output.WriteLine(
                $"  {context.OutPaint.Red("✗")} {SafeText.Escape(failed.Sending.Node.ToString())}: {SafeText.Escape(failed.Message)}"
            );
        }

        foreach (string batch in run.PendingBatches)
        {
            output.WriteLine(
                $"  batch {SafeText.Escape(batch)} is not collected; `promptc runs fetch {run.RunId}` does"
            );
        }
    }

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

    private static string[] Cells(RunSummary run) =>
        [
            run.RunId,
            run.Opened.Time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            StatusOf(run),
            run.Opened.Provider,
            run.Pictures.Length.ToString(CultureInfo.InvariantCulture),
            run.Spent.ToString(),
            SafeText.Escape(FilesOf(run.Opened.Files)),
        ];

    private static string StatusOf(RunSummary run) => run.Status is { } status ? NameOf(status) : "not ended";

    private static string NameOf(Enum value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static string FilesOf(ImmutableArray<RunFile> files) =>
        files is [var first, _, ..] ? $"{first.Path} and {files.Length - 1} more" : files[0].Path;

    private string PathOf(RunSummary run, PictureWritten picture) =>
        context.DisplayPath(Path.Combine(_folders.Store.FolderOf(run.RunId), picture.Picture));

    private static string MarkOf(CheckStatus status) =>
        status switch
        {
            CheckStatus.Passed => "✓",
            CheckStatus.Failed => "✗",
            _ => "?",
        };

    private static void WriteHead(Utf8JsonWriter json, RunSummary run)
    {
        json.WriteStartObject();
        WriteFields(json, run);
        json.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter json, RunSummary run)
    {
        json.WriteString("id", run.RunId);
        json.WriteString("began", run.Opened.Time);
        json.WriteString("status", StatusOf(run));
        json.WriteString("provider", run.Opened.Provider);
        json.WriteString("endpoint", run.Opened.Endpoint);
        json.WriteNumber("pictures", run.Pictures.Length);
        WritePrice(json, run.Spent);
        json.WriteStartArray("files");
        foreach (RunFile file in run.Opened.Files)
        {
            json.WriteStringValue(file.Path);
        }

        json.WriteEndArray();
    }

    private static void WritePrice(Utf8JsonWriter json, PriceRange price)
    {
        json.WriteStartObject("cost");
        json.WriteNumber("low", price.Low.Dollars);
        if (price.High is { } high)
        {
            json.WriteNumber("high", high.Dollars);
        }

        json.WriteEndObject();
    }

    private void WriteWhole(Utf8JsonWriter json, RunSummary run)
    {
        json.WriteStartObject();
        json.WriteNumber("schema", JsonOutput.Schema);
        WriteFields(json, run);
        json.WriteStartArray("written");
        foreach (PictureWritten picture in run.Pictures)
        {
            json.WriteStartObject();
            json.WriteString("file", picture.Node.File);
            json.WriteString("build", picture.Node.Build);
            json.WriteString("stage", picture.Node.Stage);
            json.WriteNumber("variant", picture.Variant);
            json.WriteBoolean("selected", picture.IsSelected);
            json.WriteString("picture", PathOf(run, picture));
            json.WriteString("sha256", picture.Sha256);
            json.WriteStartArray("checks");
            foreach (CheckResult check in picture.Checks)
            {
                json.WriteStartObject();
                json.WriteString("key", check.Key);
                json.WriteString("status", NameOf(check.Status));
                json.WriteString("message", check.Message);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("pendingBatches");
        foreach (string batch in run.PendingBatches)
        {
            json.WriteStringValue(batch);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
