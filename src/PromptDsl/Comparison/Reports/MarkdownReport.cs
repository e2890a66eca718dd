using System.Collections.Immutable;
using System.Text;
using PromptDsl.Comparison.Words;

namespace PromptDsl.Comparison.Reports;

/// <summary>A difference as the comment of a pull request.</summary>
public static class MarkdownReport
{
    // GitHub takes 65,536 characters for a comment; others may stand in the same one.
    private const int MaxLength = 48_000;

    /// <summary>The text; what authors wrote in it is neither markup nor a mention of somebody.</summary>
    /// <param name="difference">The difference.</param>
    /// <param name="showsText">Whether the compiled text and the request are shown as well.</param>
    public static string Write(VersionDifference difference, bool showsText)
    {
        var text = new StringBuilder();
        text.Append("### What the prompts say differently\n\n");
        text.Append(Escape(difference.Summary)).Append('\n');
        if (difference is { HasTotal: true, Price.IsChanged: true })
        {
            text.Append("\nPrice of these files: ").Append(Escape(difference.Price.ToString())).Append('\n');
        }

        foreach (FileDifference file in difference.Files)
        {
            string section = Section(file, showsText);
            string shortened = section.Length > MaxLength / 2 ? Section(file, showsText: false) : section;
            if (text.Length + shortened.Length > MaxLength)
            {
                text.Append("\n_More has changed than fits into a comment._\n");
                break;
            }

            text.Append(shortened);
        }

        return text.ToString();
    }

    private static string Section(FileDifference file, bool showsText)
    {
        var text = new StringBuilder($"\n#### {Code(file.Path)}{StateOf(file)}\n");
        PromptDiff diff = file.Diff ?? new PromptDiff([], [], []);
        foreach (IGrouping<ChangeArea, PromptChange> area in diff.Changes.GroupBy(c => c.Area))
        {
            text.Append($"\n**{AreaNames.HeadingOf(area.Key)}**\n\n");
            foreach (PromptChange change in area)
            {
                text.Append("- ").AppendJoin("", ChangeLine.Of(change).Select(Show)).Append('\n');
            }
        }

        foreach (ComparisonNote note in diff.Notes)
        {
            text.Append('\n').Append(AreaNames.Explain(note)).Append('\n');
        }

        if (file.Price is { IsChanged: true } price)
        {
            text.Append("\n**Price**\n\n- ").Append(Escape(price.ToString())).Append('\n');
        }

        if (showsText && !diff.Stages.IsEmpty)
        {
            WriteStages(text, diff.Stages);
        }

        return text.ToString();
    }

    private static string StateOf(FileDifference file) =>
        file.Kind switch
        {
            ChangeKind.Added => " is a new file",
            ChangeKind.Removed => " is gone",
            ChangeKind.Renamed => $" was {Code(file.Before!)}",
            _ => "",
        };

    private static void WriteStages(StringBuilder text, ImmutableArray<StageDifference> stages)
    {
        text.Append("\n<details><summary>What is sent</summary>\n");
        foreach (StageDifference stage in stages)
        {
            string title = AreaNames.TitleOf(stage);
            if (stage.HasOtherText)
            {
                // White space counts in a prompt; and in a block of code nobody is mentioned.
                text.Append($"\nCompiled text{Escape(title)}\n\n<pre>");
                text.AppendJoin('\n', Excerpt.Lines(stage.Text).Select(Line));
                text.Append("</pre>\n");
            }

            if (!stage.Request.IsEmpty)
            {
                text.Append($"\nRequest{Escape(title)}\n\n");
                foreach (RequestDifference field in stage.Request)
                {
                    text.Append("- ").Append(Code(TextReport.Describe(field))).Append('\n');
                }
            }
        }

        text.Append("\n</details>\n");
    }

    private static string Line(ImmutableArray<TextSegment>? line) =>
        line is { } shown
            ? string.Concat(
                shown.Select(s =>
                    s.Kind switch
                    {
                        SegmentKind.Added => $"<ins>{Html(s.Text)}</ins>",
                        SegmentKind.Removed => $"<del>{Html(s.Text)}</del>",
                        _ => Html(s.Text),
                    }
                )
            )
            : "…";

    private static string Show(MarkedText part) =>
        part.Mark switch
        {
            Mark.AddedWords => $"<ins>{Escape(part.Text)}</ins>",
            Mark.RemovedWords => $"<del>{Escape(part.Text)}</del>",
            _ => Escape(part.Text),
        };

    private static string Html(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    private static string Code(string text) => $"<code>{Html(text)}</code>";

    /// <summary>Text that is shown as it is, and that neither calls a person nor names an issue.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (char c in text)
        {
            _ = c switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '@' or '#' => escaped.Append(c).Append("&#8203;"),
                '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '~' => escaped.Append('\\').Append(c),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }
}
