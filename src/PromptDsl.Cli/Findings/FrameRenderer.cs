using System.Globalization;
using PromptDsl.Cli.Terminal;
using PromptDsl.Diagnostics;
using PromptDsl.Text;

namespace PromptDsl.Cli.Findings;

/// <summary>Draws a message with its source lines and markers, in the manner of rustc.</summary>
internal sealed class FrameRenderer(TextWriter output, Paint paint)
{
    private const int MaxWidth = 120;
    private const int Context = 40;
    private const int MaxLinesOfSpan = 6;

    public void Render(Frame frame)
    {
        output.WriteLine($"{Accent(frame.Severity, frame.Title)}{paint.Bold(": " + SafeText.Escape(frame.Message))}");
        int gutter = frame.Labels.Max(l => Digits(l.LastLine + 1));
        bool isFirst = true;
        foreach (IGrouping<SourceText, FrameLabel> file in frame.Labels.GroupBy(l => l.Place.Source))
        {
            FrameLabel anchor = file.First();
            string path = SafeText.Escape(frame.PathOf(file.Key));
            string arrow = isFirst ? "-->" : ":::";
            Place place = Place.At(file.Key, anchor.Place.Span.Start);
            output.WriteLine($"{new string(' ', gutter)}{paint.Dim(arrow)} {path}:{place}");
            RenderFile(file.Key, [.. file], gutter, frame.Severity);
            isFirst = false;
        }

        foreach ((string name, string text) in frame.Notes)
        {
            RenderNote(name, text, gutter);
        }
    }

    private void RenderFile(SourceText source, List<FrameLabel> labels, int gutter, DiagnosticSeverity severity)
    {
        WriteGutter(gutter, "|", "");
        int last = -1;
        foreach (IGrouping<int, FrameLabel> line in labels.GroupBy(l => l.FirstLine).OrderBy(g => g.Key))
        {
            if (last >= 0 && line.Key > last + 1)
            {
                output.WriteLine(paint.Dim("..."));
            }

            FrameLabel? block = line.FirstOrDefault(l => l.IsPrimary && l.IsMultiLine);
            if (block is not null)
            {
                RenderBlock(source, block, gutter, severity);
            }

            var rest = line.Where(l => l != block).ToList();
            if (rest.Count > 0)
            {
                RenderLine(source, line.Key, rest, gutter, severity, repeatsLine: block is null);
            }

            last = block?.LastLine ?? line.Key;
        }

        WriteGutter(gutter, "|", "");
    }

    private void RenderLine(
        SourceText source,
        int line,
        List<FrameLabel> labels,
        int gutter,
        DiagnosticSeverity severity,
        bool repeatsLine
    )
    {
        var text = new DisplayLine(source, line);
        bool isCut = text.Width > MaxWidth;
        if (repeatsLine && !isCut)
        {
            WriteSource(gutter, line, text.Render(0, text.Width), " ");
        }

        foreach (FrameLabel label in labels.OrderBy(l => l.Place.Span.Start).ThenBy(l => l.Place.Span.End))
        {
            (int from, int to) = text.CellsOf(label.Place.Span);
            int left = 0;
            if (isCut)
            {
                left = Math.Max(0, from - Context);
                WriteSource(gutter, line, text.Render(left, left + MaxWidth), " ");
                to = Math.Min(to, left + MaxWidth);
            }

            // The ellipsis at the left takes a cell.
            int indent = from - left + (left > 0 ? 1 : 0);
            string marks = new(label.IsPrimary ? '^' : '-', to - from);
            string says = label.Text.Length > 0 ? " " + SafeText.Escape(label.Text) : "";
            WriteGutter(gutter, "|", $"   {new string(' ', indent)}{Mark(label, severity, marks + says)}");
        }
    }

    private void RenderBlock(SourceText source, FrameLabel label, int gutter, DiagnosticSeverity severity)
    {
        for (int line = label.FirstLine; line <= label.LastLine; line++)
        {
            int hidden = label.LastLine - label.FirstLine + 1 - MaxLinesOfSpan;
            if (hidden > 0 && line == label.FirstLine + (MaxLinesOfSpan / 2))
            {
                WriteGutter(gutter, "|", $" {Mark(label, severity, "|")} {paint.Dim("...")}");
                line += hidden - 1;
                continue;
            }

            string rail = Mark(label, severity, line == label.FirstLine ? "/" : "|");
            WriteSource(gutter, line, new DisplayLine(source, line).Render(0, MaxWidth), rail);
        }

        var lastLine = new DisplayLine(source, label.LastLine);
        int end = Math.Min(lastLine.CellsOf(new TextSpan(label.Place.Span.End - 1, 1)).From, MaxWidth);
        string says = label.Text.Length > 0 ? " " + SafeText.Escape(label.Text) : "";
        WriteGutter(gutter, "|", $" {Mark(label, severity, $"|_{new string('_', end)}^{says}")}");
    }

    private void RenderNote(string name, string text, int gutter)
    {
        string lead = $"{new string(' ', gutter + 1)}{paint.Dim("=")} {paint.Bold(name + ":")} ";
        string indent = new(' ', gutter + name.Length + 5);
        foreach (string line in SafeText.EscapeLines(text))
        {
            output.WriteLine((lead + line).TrimEnd());
            lead = indent;
        }
    }

    private void WriteSource(int gutter, int line, string text, string rail)
    {
        string number = (line + 1).ToString(CultureInfo.InvariantCulture).PadLeft(gutter);
        string bar = paint.Dim($"{number} |");
        output.WriteLine($"{bar} {rail} {text}".TrimEnd());
    }

    private void WriteGutter(int gutter, string bar, string text) =>
        output.WriteLine($"{new string(' ', gutter + 1)}{paint.Dim(bar)}{text}");

    private string Mark(FrameLabel label, DiagnosticSeverity severity, string text) =>
        label.IsPrimary ? Accent(severity, text) : paint.Cyan(text);

    private string Accent(DiagnosticSeverity severity, string text) =>
        severity switch
        {
            DiagnosticSeverity.Error => paint.BoldRed(text),
            DiagnosticSeverity.Warning => paint.BoldYellow(text),
            _ => paint.BoldBlue(text),
        };

    private static int Digits(int number) => number.ToString(CultureInfo.InvariantCulture).Length;
}
