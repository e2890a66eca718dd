using System.Globalization;
using System.Net;
using System.Text;
using PromptDsl.Assets;
using PromptDsl.Runtime.Artifacts;
using PromptDsl.Runtime.Runs;
using PromptDsl.Runtime.Verification;

namespace PromptDsl.Runtime.Galleries;

/// <summary>The parts of a gallery as HTML. Everything that is not written here is escaped.</summary>
internal static class GalleryPage
{
    public const string BuildFoot = "</section>\n";
    public const string Foot = "</main>\n</body>\n</html>\n";

    private const string Style = """
        :root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 18%, transparent); }
        body { margin: 0; font: 15px/1.5 system-ui, "Noto Sans KR", sans-serif; }
        header, main { max-width: 1400px; margin: 0 auto; padding: 1rem 1.5rem; }
        h1 { font-size: 1.3rem; margin: 0 0 .3rem; }
        h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; border-bottom: 1px solid var(--line); }
        h3 { font-size: 1rem; margin: 1.2rem 0 .5rem; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; margin: 0; }
        dt { opacity: .65; }
        dd { margin: 0; overflow-wrap: anywhere; }
        .row { display: flex; flex-wrap: wrap; gap: 1rem; align-items: flex-start; }
        figure { margin: 0; flex: 0 1 320px; }
        figure img { width: 100%; height: auto; display: block; border: 1px solid var(--line);
          background: repeating-conic-gradient(#8883 0 25%, transparent 0 50%) 0 0 / 20px 20px; }
        figure.picked img { outline: 3px solid #2a7de1; }
        figcaption { font-size: .85rem; overflow-wrap: anywhere; }
        .failed { color: #c62828; } .passed { color: #2e7d32; }
        pre { white-space: pre-wrap; margin: .3rem 0; padding: .6rem .8rem; border: 1px solid var(--line); font: 13px/1.6 ui-monospace, monospace; }
        pre span:hover { background: #2a7de133; } pre .joining { opacity: .6; }
        summary { cursor: pointer; }
        """;

    public static string Head(RunSummary run)
    {
        RunOpened opened = run.Opened;
        var html = new StringBuilder("<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n");
        html.Append("<meta name=\"viewport\" content=\"width=device-width\">\n");
        html.Append(
            CultureInfo.InvariantCulture,
            $"<title>Run {Text(run.RunId)}</title>\n<style>\n{Style}\n</style>\n"
        );
        html.Append("</head>\n<body>\n<header>\n");
        html.Append(CultureInfo.InvariantCulture, $"<h1>Run {Text(run.RunId)}</h1>\n<dl>\n");
        Row(html, "began", opened.Time.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture));
        Row(html, "ended", run.Status is { } status ? status.ToString().ToLowerInvariant() : "not yet");
        Row(html, "provider", $"{opened.Provider}, {opened.Endpoint}");
        Row(html, "cost", run.Spent.ToString());
        foreach (RunFile file in opened.Files)
        {
            Row(html, "file", file.Revision is { } revision ? $"{file.Path} at {revision}" : file.Path);
        }

        return html.Append("</dl>\n</header>\n<main>\n").ToString();
    }

    public static string BuildHead(string file, string build) =>
        $"<section>\n<h2>{Text(build.Length > 0 ? $"{file} · {build}" : file)}</h2>\n";

    public static string StageHead(string stage, int variants)
    {
        string name = stage.Length > 0 ? stage : "picture";
        string count = variants > 1 ? $", {variants.ToString(CultureInfo.InvariantCulture)} variants" : "";
        return $"<article>\n<h3>{Text(name)}{count}</h3>\n<div class=\"row\">\n";
    }

    /// <summary>Everything before the base64 of the bytes.</summary>
    public static string PictureHead(PictureWritten picture, bool hasVariants, ReadOnlySpan<byte> bytes)
    {
        string type = AssetSignature.FormatOf(bytes) switch
        {
            AssetFormat.Jpeg => "image/jpeg",
            AssetFormat.WebP => "image/webp",
            AssetFormat.Gif => "image/gif",
            AssetFormat.Png => "image/png",
            _ => "image/svg+xml",
        };
        string picked = hasVariants && picture.IsSelected ? " class=\"picked\"" : "";
        string name = $"{picture.Node} · {picture.Variant.ToString(CultureInfo.InvariantCulture)}";
        return $"<figure{picked}>\n<img alt=\"{Text(name)}\" src=\"data:{type};base64,";
    }

    /// <summary>Everything after the base64 of the bytes.</summary>
    public static string PictureFoot(PictureWritten picture)
    {
        var html = new StringBuilder("\">\n<figcaption>");
        html.Append(CultureInfo.InvariantCulture, $"{picture.Variant} · {Text(picture.Path)}");
        if (picture.IsSelected)
        {
            html.Append(" · goes on");
        }

        foreach (CheckResult check in picture.Checks)
        {
            html.Append(CultureInfo.InvariantCulture, $"<br>{Mark(check)} {Text(check.Key)}: {Text(check.Message)}");
        }

        return html.Append("</figcaption>\n</figure>\n").ToString();
    }

    public static string StageFoot(ArtifactRecord? record)
    {
        var html = new StringBuilder("</div>\n");
        if (record is not null)
        {
            html.Append("<details open>\n<summary>Prompt</summary>\n<pre>");
            AppendPrompt(html, record);
            html.Append("</pre>\n</details>\n<dl>\n");
            Row(html, "model", record.Model);
            Row(html, "cost", record.Cost.ToString());
            if (record.RevisedPrompt is { } revised)
            {
                Row(html, "rewritten", revised);
            }

            html.Append("</dl>\n");
        }

        return html.Append("</article>\n").ToString();
    }

    /// <summary>The prompt in parts; each names its line when it is pointed at.</summary>
    private static void AppendPrompt(StringBuilder html, ArtifactRecord record)
    {
        int end = 0;
        foreach (PromptPart part in record.PromptMap.Where(p => p.Start + p.Length <= record.Prompt.Length))
        {
            string kind = part.IsAuthored ? "" : " class=\"joining\"";
            string said = record.Prompt.Substring(part.Start, part.Length);
            html.Append(
                CultureInfo.InvariantCulture,
                $"<span{kind} title=\"{Text(part.Path)}:{part.Line}\">{Text(said)}</span>"
            );
            end = part.Start + part.Length;
        }

        html.Append(Text(record.Prompt[end..]));
    }

    private static string Mark(CheckResult check) =>
        check.Status switch
        {
            CheckStatus.Passed => "<span class=\"passed\">✓</span>",
            CheckStatus.Failed => "<span class=\"failed\">✗</span>",
            _ => "?",
        };

    private static void Row(StringBuilder html, string name, string value) =>
        html.Append(CultureInfo.InvariantCulture, $"<dt>{name}</dt><dd>{Text(value)}</dd>\n");

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
