using System.Text.RegularExpressions;

namespace PromptDsl.Cli.Terminal;

/// <summary>Shows Markdown in a terminal: headings bold, code coloured. Without colour the source is readable as it is.</summary>
internal sealed partial class MarkdownPrinter(TextWriter output, Paint paint)
{
    public void Print(string markdown)
    {
        bool isCode = false;
        foreach (string line in markdown.TrimEnd('\n').Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                isCode = !isCode;
                output.WriteLine(paint.Dim(line));
            }
            else if (isCode)
            {
                output.WriteLine(paint.Cyan(line));
            }
            else
            {
                output.WriteLine(
                    line.StartsWith('#') ? paint.Bold(line) : InlineCode().Replace(line, m => paint.Cyan(m.Value))
                );
            }
        }
    }

    [GeneratedRegex("`[^`]+`", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InlineCode();
}
