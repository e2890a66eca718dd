using System.Collections.Immutable;
using System.Text.Json;
using PromptDsl.Planning;
using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Runs;
using PromptDsl.Runtime.Verification;
using PromptDsl.Targets.Prices;

namespace PromptDsl.Cli.Running;

/// <summary>Past runs as JSON, as <c>runs.schema.json</c> describes them.</summary>
internal static class RunsJson
{
    /// <summary>Runs, each with how it stands.</summary>
    public static void WriteList(Utf8JsonWriter json, IEnumerable<(RunSummary Run, string Status)> runs)
    {
        json.WriteStartObject();
        json.WriteNumber("schema", JsonOutput.Schema);
        json.WriteStartArray("runs");
        foreach ((RunSummary run, string status) in runs)
        {
            json.WriteStartObject();
            WriteFields(json, run, status);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>A run with its stages, pictures and batches.</summary>
    public static void WriteRun(
        Utf8JsonWriter json,
        RunSummary run,
        string status,
        ImmutableArray<StageSummary> stages,
        Func<PictureWritten, string> pathOf
    )
    {
        json.WriteStartObject();
        json.WriteNumber("schema", JsonOutput.Schema);
        WriteFields(json, run, status);
        WriteArray(json, "stages", stages, stage => WriteStage(json, stage));
        WriteArray(json, "written", run.Pictures, picture => WritePicture(json, picture, pathOf(picture)));
        WriteArray(json, "pendingBatches", run.PendingBatches, batch => json.WriteStringValue(batch.BatchId));
        json.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter json, RunSummary run, string status)
    {
        json.WriteString("id", run.RunId);
        json.WriteString("began", run.Opened.Time);
        json.WriteString("status", status);
        json.WriteString("provider", run.Opened.Provider);
        json.WriteString("endpoint", run.Opened.Endpoint);
        json.WriteNumber("pictures", run.Pictures.Length);
        WritePrice(json, run.Spent);
        WriteArray(json, "files", run.Opened.Files, file => json.WriteStringValue(file.Path));
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

    private static void WriteStage(Utf8JsonWriter json, StageSummary stage)
    {
        json.WriteStartObject();
        WriteNode(json, stage.Node);
        json.WriteString("status", RunWords.NameOf(stage.Status ?? NodeStatus.NotMade));
        if (RunWords.ReasonOf(stage) is { } reason)
        {
            json.WriteString("reason", reason);
        }

        if (stage.Left?.Help is { } help)
        {
            json.WriteString("help", help);
        }

        if (stage.Left is { Lines: { IsEmpty: false } lines })
        {
            WriteArray(json, "lines", lines, line => WriteLine(json, line));
        }

        json.WriteEndObject();
    }

    private static void WriteLine(Utf8JsonWriter json, SourceLine line)
    {
        json.WriteStartObject();
        json.WriteString("path", line.Path);
        json.WriteNumber("line", line.Line);
        json.WriteString("text", line.Text);
        json.WriteEndObject();
    }

    private static void WritePicture(Utf8JsonWriter json, PictureWritten picture, string path)
    {
        json.WriteStartObject();
        WriteNode(json, picture.Node);
        json.WriteNumber("variant", picture.Variant);
        json.WriteBoolean("selected", picture.IsSelected);
        json.WriteString("picture", path);
        json.WriteString("sha256", picture.Sha256);
        WriteArray(json, "checks", picture.Checks, check => WriteCheck(json, check));
        json.WriteEndObject();
    }

    private static void WriteCheck(Utf8JsonWriter json, CheckResult check)
    {
        json.WriteStartObject();
        json.WriteString("key", check.Key);
        json.WriteString("status", RunWords.NameOf(check.Status));
        json.WriteString("message", check.Message);
        json.WriteEndObject();
    }

    private static void WriteNode(Utf8JsonWriter json, PlanKey node)
    {
        json.WriteString("file", node.File);
        json.WriteString("build", node.Build);
        json.WriteString("stage", node.Stage);
    }

    private static void WriteArray<T>(Utf8JsonWriter json, string name, ImmutableArray<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }
}
