using System.Collections.Immutable;
using System.Text;
using PromptDsl.Planning;
using PromptDsl.Runtime.Runs;

namespace PromptDsl.Runtime.Galleries;

/// <summary>The frame of a gallery as HTML. Everything that is not written here is escaped.</summary>
internal static class GalleryPage
{
    public const string BuildFoot = "</section>\n";

    private const string StyleName = "PromptDsl.Runtime.Galleries.gallery.css";

    /// <summary>What the browser may load: what the page has in itself. No script, and nothing of others.</summary>
    private const string Policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

    private static readonly string Style = ReadStyle();

    public static string Head(RunSummary run, bool isUnderWay, ImmutableArray<StageSummary> stages)
    {
        RunOpened opened = run.Opened;
        string title = opened.Files is [var only] ? only.Path : PlanText.Plural(opened.Files.Length, "file");
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Append("<meta name=\"viewport\" content=\"width=device-width\">\n");
        html.Append($"<meta http-equiv=\"Content-Security-Policy\" content=\"{Policy}\">\n");
        html.Append($"<title>{Html.Text(title)}</title>\n<style>\n{Style}</style>\n</head>\n");
        html.Append($"<body>\n<header>\n<h1>{Html.Text(title)}</h1>\n<dl class=\"facts\">\n");
        html.AppendFact("began", RunWords.Time(opened.Time));
        html.AppendFact("status", RunWords.NameOf(run.Status, isUnderWay));
        html.AppendFact("stages", stages.IsEmpty ? "none yet" : RunWords.Count(stages));
        html.AppendFact("made by", opened.Provider);
        html.AppendFact("cost", run.Spent.ToString());
        foreach (RunFile file in opened.Files.Where(f => f.Revision is not null))
        {
            html.AppendFact("revision", opened.Files.Length == 1 ? file.Revision! : $"{file.Path} at {file.Revision}");
        }

        return html.Append("</dl>\n</header>\n<main>\n").ToString();
    }

    /// <summary>The batches that are not collected; nothing when there is none.</summary>
    public static string Waiting(RunSummary run)
    {
        ImmutableArray<WaitingBatch> batches = run.PendingBatches;
        if (batches.IsEmpty)
        {
            return "";
        }

        var html = new StringBuilder("<section class=\"waiting\">\n<h2>Waiting for batches</h2>\n<ul>\n");
        foreach (WaitingBatch batch in batches)
        {
            string requests = PlanText.Plural(batch.Sendings.Length, "request");
            html.Append($"<li><code>{Html.Text(batch.BatchId)}</code>: {requests}, ");
            html.Append($"handed in {RunWords.Time(batch.HandedIn)}</li>\n");
        }

        html.Append($"</ul>\n<p><code>promptc runs fetch {Html.Text(run.RunId)}</code> collects what is ready.</p>\n");
        return html.Append("</section>\n").ToString();
    }

    public static string Foot(RunSummary run) =>
        "</main>\n<footer>"
        + $"Run {Html.Text(run.RunId)}. Point at a part of a prompt to see the line it comes from; click a picture to see it large."
        + "</footer>\n</body>\n</html>\n";

    /// <summary>The head of what a file makes with one combination of what varies.</summary>
    public static string BuildHead(string file, string build) =>
        $"<section>\n<h2>{Html.Text(build.Length > 0 ? $"{file} · {build}" : file)}</h2>\n";

    private static string ReadStyle()
    {
        using Stream stream = typeof(GalleryPage).Assembly.GetManifestResourceStream(StyleName)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
