using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PromptDsl.Runtime.Artifacts;

namespace PromptDsl.Runtime.Galleries;

/// <summary>A prompt as HTML, with the lines that it comes from.</summary>
internal static class GalleryPrompt
{
    /// <summary>The prompt in parts; each names its line when it is pointed at, and all of them stand below it.</summary>
    public static void Append(StringBuilder html, string prompt, ImmutableArray<PromptPart> map)
    {
        ImmutableArray<PromptPart> parts = [.. map.Where(p => p.Start + p.Length <= prompt.Length)];
        html.Append("<p class=\"prompt\">");
        int end = 0;
        foreach (PromptPart part in parts)
        {
            string kind = part.IsAuthored ? "" : " class=\"joining\"";
            html.Append($"<span{kind} title=\"{PlaceOf(part)}\">{TextOf(prompt, part)}</span>");
            end = part.Start + part.Length;
        }

        html.Append(Html.Text(prompt[end..])).Append("</p>\n");
        AppendLines(html, prompt, parts);
    }

    /// <summary>The same for those who cannot point: each line with the words that came of it.</summary>
    private static void AppendLines(StringBuilder html, string prompt, ImmutableArray<PromptPart> parts)
    {
        var lines = parts.Where(p => p.IsAuthored).GroupBy(PlaceOf, StringComparer.Ordinal).ToList();
        if (lines.Count == 0)
        {
            return;
        }

        html.Append("<details>\n<summary>Where the prompt comes from</summary>\n<ul class=\"lines\">\n");
        foreach (IGrouping<string, PromptPart> line in lines)
        {
            string said = string.Join(" … ", line.Select(p => TextOf(prompt, p)));
            html.Append($"<li><span class=\"place\">{line.Key}</span> {said}</li>\n");
        }

        html.Append("</ul>\n</details>\n");
    }

    private static string PlaceOf(PromptPart part) =>
        string.Create(CultureInfo.InvariantCulture, $"{Html.Text(part.Path)}:{part.Line}");

    private static string TextOf(string prompt, PromptPart part) =>
        Html.Text(prompt.Substring(part.Start, part.Length));
}
