using System.Globalization;
using PromptDsl.Cli.Terminal;

namespace PromptDsl.Cli.Differences;

/// <summary>Writes the difference of two texts in the unified format that <c>patch</c> reads.</summary>
internal sealed class UnifiedDiff(TextWriter output, Paint paint, bool escape)
{
    private const int Context = 3;

    /// <summary>Writes the difference; nothing when there is none.</summary>
    /// <param name="path">The path of both.</param>
    public void Write(string path, string oldText, string newText)
    {
        List<string> oldLines = Split(oldText);
        List<string> newLines = Split(newText);
        List<DiffLine> script = Script(oldLines, newLines);
        int position = script.FindIndex(l => l.Sign != ' ');
        if (position < 0)
        {
            return;
        }

        output.WriteLine(paint.Bold($"--- {path}"));
        output.WriteLine(paint.Bold($"+++ {path}"));
        while (position >= 0)
        {
            int from = Math.Max(0, position - Context);
            int to = EndOfHunk(script, position);
            WriteHunk(script, from, to);
            position = script.FindIndex(to, l => l.Sign != ' ');
        }
    }

    private static List<DiffLine> Script(List<string> oldLines, List<string> newLines)
    {
        (bool[] removed, bool[] added) = LineDifference.Compute(oldLines, newLines);
        var script = new List<DiffLine>(oldLines.Count + newLines.Count);
        int a = 0;
        int b = 0;
        while (a < oldLines.Count || b < newLines.Count)
        {
            if (a < oldLines.Count && removed[a])
            {
                script.Add(new DiffLine('-', oldLines[a++], a, b + 1));
            }
            else if (b < newLines.Count && added[b])
            {
                script.Add(new DiffLine('+', newLines[b++], a + 1, b));
            }
            else
            {
                script.Add(new DiffLine(' ', oldLines[a++], a, ++b));
            }
        }

        return script;
    }

    // Changes closer than twice the context share a hunk.
    private static int EndOfHunk(List<DiffLine> script, int change)
    {
        int last = change;
        for (int i = change; i < script.Count && i <= last + (2 * Context) + 1; i++)
        {
            last = script[i].Sign == ' ' ? last : i;
        }

        return Math.Min(script.Count, last + Context + 1);
    }

    private void WriteHunk(List<DiffLine> script, int from, int to)
    {
        List<DiffLine> lines = script.GetRange(from, to - from);
        string oldRange = Range(lines[0].OldNumber, lines.Count(l => l.Sign != '+'));
        string newRange = Range(lines[0].NewNumber, lines.Count(l => l.Sign != '-'));
        output.WriteLine(paint.Cyan($"@@ -{oldRange} +{newRange} @@"));
        foreach (DiffLine line in lines)
        {
            WriteLine(line);
        }
    }

    private void WriteLine(DiffLine line)
    {
        string content = line.Text.EndsWith('\n') ? line.Text[..^1] : line.Text;
        string text = line.Sign + (escape ? SafeText.Escape(content) : content);
        output.WriteLine(
            line.Sign switch
            {
                '-' => paint.Red(text),
                '+' => paint.Green(text),
                _ => text,
            }
        );
        if (!line.Text.EndsWith('\n'))
        {
            output.WriteLine(@"\ No newline at end of file");
        }
    }

    // A range without lines names the line before it.
    private static string Range(int start, int count) =>
        count == 1
            ? start.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{(count == 0 ? start - 1 : start)},{count}");

    private static List<string> Split(string text)
    {
        var lines = new List<string>();
        int start = 0;
        while (start < text.Length)
        {
            int end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(text[start..end]);
            start = end;
        }

        return lines;
    }
}
