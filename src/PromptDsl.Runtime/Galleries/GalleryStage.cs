using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PromptDsl.Assets;
using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Runs;
using PromptDsl.Runtime.Verification;

namespace PromptDsl.Runtime.Galleries;

/// <summary>A stage of a gallery as HTML: its pictures, and why it has no others.</summary>
internal static class GalleryStage
{
    /// <summary>Everything between the base64 of the bytes and what is written about the picture.</summary>
    public const string PictureEnd = "\"></label>\n";

    public const string Foot = "</article>\n";

    /// <summary>Everything before the pictures.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="level">The level of its heading.</param>
    public static string Head(StageSummary stage, int level)
    {
        string name = stage.Node.Stage.Length > 0 ? stage.Node.Stage : "picture";
        int variants = stage.Pictures.Length;
        var html = new StringBuilder(variants > 1 ? "<article class=\"several\">\n" : "<article>\n");
        html.Append(CultureInfo.InvariantCulture, $"<h{level} class=\"stage\">{Html.Text(name)}");
        if (variants > 1)
        {
            html.Append(CultureInfo.InvariantCulture, $" <small>{variants} variants</small>");
        }

        if (RunWords.ReasonOf(stage) is not null)
        {
            string state = stage.Status is { } status ? RunWords.NameOf(status) : "not-made";
            html.Append($" <strong class=\"state {state}\">{RunWords.NameOf(stage)}</strong>");
        }

        html.Append(CultureInfo.InvariantCulture, $"</h{level}>\n<div class=\"results\">\n");
        return html.Append(variants > 0 ? "<div class=\"pictures\">\n" : "").ToString();
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
        string name = Html.Text($"{picture.Node} · {picture.Variant.ToString(CultureInfo.InvariantCulture)}");
        return FigureHead(picture, hasVariants)
            + $"<label><input type=\"checkbox\" aria-label=\"{name}, large\"><img alt=\"{name}\" src=\"data:{type};base64,";
    }

    /// <summary>What stands in the place of a picture that somebody removed.</summary>
    public static string PictureGone(PictureWritten picture, bool hasVariants) =>
        FigureHead(picture, hasVariants)
        + "<p class=\"gone\">This picture is no longer in the folder of the run.</p>\n";

    /// <summary>What is written about a picture.</summary>
    public static string PictureFoot(PictureWritten picture)
    {
        var html = new StringBuilder($"<figcaption><span class=\"name\">{Html.Text(picture.Path)}</span>\n");
        if (!picture.Checks.IsEmpty)
        {
            html.Append("<ul>\n");
            foreach (CheckResult check in picture.Checks)
            {
                string status = RunWords.NameOf(check.Status);
                // What passed and what failed is told apart by colour, which not everybody sees.
                string said = check.Status == CheckStatus.NotChecked ? "" : $"<span class=\"said\">{status}</span> ";
                html.Append($"<li class=\"{status}\">{said}{Html.Text(check.Key)}: {Html.Text(check.Sentence)}</li>\n");
            }

            html.Append("</ul>\n");
        }

        return html.Append("</figcaption>\n</figure>\n").ToString();
    }

    /// <summary>Everything after the pictures, up to the prompt: why others are missing.</summary>
    public static string ResultsFoot(StageSummary stage)
    {
        var html = new StringBuilder(stage.Pictures.IsEmpty ? "" : "</div>\n");
        if (RunWords.ReasonOf(stage) is { } reason)
        {
            AppendReason(html, stage, reason);
        }

        return html.Append("</div>\n").ToString();
    }

    private static void AppendReason(StringBuilder html, StageSummary stage, string reason)
    {
        bool isFault = stage.Status is NodeStatus.Failed or NodeStatus.Rejected;
        html.Append($"<div class=\"why{(isFault ? " fault" : "")}\">\n<p>{Html.Text(Sentence(reason))}</p>\n");
        AppendLines(html, stage.Left?.Lines ?? []);
        if (
            stage.Answer is { } failed
            && RunWords.AnswerOf(failed.Status, failed.Code, failed.ModerationCategories, failed.RequestId)
                is { Length: > 0 } answer
        )
        {
            html.Append("<dl class=\"facts\">\n").AppendFact("answer", answer).Append("</dl>\n");
        }

        if (stage.Left?.Help is { } help)
        {
            html.Append($"<p class=\"help\">{Html.Text(help)}</p>\n");
        }

        html.Append("</div>\n");
    }

    private static string FigureHead(PictureWritten picture, bool hasVariants) =>
        hasVariants && picture.IsSelected ? "<figure class=\"picked\">\n" : "<figure>\n";

    private static void AppendLines(StringBuilder html, ImmutableArray<SourceLine> lines)
    {
        if (lines.IsEmpty)
        {
            return;
        }

        html.Append("<ul class=\"lines\">\n");
        foreach (SourceLine line in lines)
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<li><span class=\"place\">{Html.Text(line.Path)}:{line.Line}</span> <code>{Html.Text(line.Text)}</code></li>\n"
            );
        }

        html.Append("</ul>\n");
    }

    /// <summary>A message as a sentence of its own.</summary>
    private static string Sentence(string message) =>
        message.Length > 0 && char.IsAsciiLetterLower(message[0])
            ? char.ToUpperInvariant(message[0]) + message[1..]
            : message;
}
