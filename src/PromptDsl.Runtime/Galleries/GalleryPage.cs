using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using PromptDsl.Assets;
using PromptDsl.Runtime.Artifacts;
using PromptDsl.Runtime.Runs;
using PromptDsl.Runtime.Verification;

namespace PromptDsl.Runtime.Galleries;

/// <summary>The parts of a gallery as HTML. Everything that is not written here is escaped.</summary>
internal static class GalleryPage
{
    public const string BuildFoot = "</section>\n";

    private const string StyleName = "PromptDsl.Runtime.Galleries.gallery.css";

    /// <summary>What the browser may load: what the page has in itself. No script, and nothing of others.</summary>
    private const string Policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

    private static readonly string Style = ReadStyle();

    public static string Head(RunSummary run)
    {
        RunOpened opened = run.Opened;
        string title = opened.Files is [var only]
            ? only.Path
            : string.Create(CultureInfo.InvariantCulture, $"{opened.Files.Length} files");
        var html = new StringBuilder("<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n");
        html.Append("<meta name=\"viewport\" content=\"width=device-width\">\n");
        html.Append($"<meta http-equiv=\"Content-Security-Policy\" content=\"{Policy}\">\n");
        html.Append($"<title>{Text(title)}</title>\n<style>\n{Style}</style>\n</head>\n");
        html.Append($"<body>\n<header>\n<h1>{Text(title)}</h1>\n<dl class=\"facts\">\n");
        Fact(html, "began", opened.Time.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture));
        Fact(html, "status", run.Status is { } status ? NameOf(status) : "not ended");
        Fact(html, "made by", opened.Provider);
        Fact(html, "cost", run.Spent.ToString());
        foreach (RunFile file in opened.Files.Where(f => f.Revision is not null))
        {
            Fact(html, "revision", opened.Files.Length == 1 ? file.Revision! : $"{file.Path} at {file.Revision}");
        }

        return html.Append("</dl>\n</header>\n<main>\n").ToString();
    }

    public static string Foot(RunSummary run) =>
        $"<footer>Run {Text(run.RunId)}. Point at a part of a prompt to see the line it comes from; click a picture to see it large.</footer>\n"
        + "</main>\n</body>\n</html>\n";

    /// <summary>The head of what a file makes with one combination of what varies; none where the title says it.</summary>
    public static string BuildHead(string file, string build, bool isOnly) =>
        isOnly ? "<section>\n" : $"<section>\n<h2>{Text(build.Length > 0 ? $"{file} · {build}" : file)}</h2>\n";

    public static string StageHead(string stage, int variants)
    {
        string name = stage.Length > 0 ? stage : "picture";
        return variants == 1
            ? $"<article>\n<h3>{Text(name)}</h3>\n<div class=\"pictures\">\n"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"<article class=\"several\">\n<h3>{Text(name)}<small>{variants} variants</small></h3>\n<div class=\"pictures\">\n"
            );
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
        return $"<figure{picked}>\n<label><input type=\"checkbox\" aria-label=\"large\"><img alt=\"{Text(name)}\" src=\"data:{type};base64,";
    }

    /// <summary>Everything after the base64 of the bytes.</summary>
    public static string PictureFoot(PictureWritten picture)
    {
        var html = new StringBuilder(
            $"\"></label>\n<figcaption><span class=\"name\">{Text(picture.Path)}</span>\n<ul>\n"
        );
        foreach (CheckResult check in picture.Checks)
        {
            html.Append($"<li class=\"{NameOf(check.Status)}\">{Text(check.Key)}: {Text(check.Sentence)}</li>\n");
        }

        return html.Append("</ul>\n</figcaption>\n</figure>\n").ToString();
    }

    public static string StageFoot(ArtifactRecord? record)
    {
        var html = new StringBuilder("</div>\n");
        if (record is not null)
        {
            html.Append("<div class=\"words\">\n<p class=\"prompt\">");
            AppendPrompt(html, record);
            html.Append("</p>\n<dl class=\"facts\">\n");
            Fact(html, "model", record.Model);
            Fact(html, "cost", record.Cost.ToString());
            if (record.RevisedPrompt is { } revised)
            {
                Fact(html, "rewritten", revised);
            }

            html.Append("</dl>\n</div>\n");
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

    private static void Fact(StringBuilder html, string name, string value) =>
        html.Append($"<div><dt>{name}</dt><dd>{Text(value)}</dd></div>\n");

    private static string NameOf(Enum value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string ReadStyle()
    {
        using Stream stream = typeof(GalleryPage).Assembly.GetManifestResourceStream(StyleName)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
