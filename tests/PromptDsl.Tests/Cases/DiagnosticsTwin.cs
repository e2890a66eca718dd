using System.Text;
using PromptDsl.Diagnostics;
using PromptDsl.Text;

namespace PromptDsl.Tests.Cases;

/// <summary>
/// The source with each finding drawn under its line, and after it the other files in which something
/// was found or pointed at.
/// </summary>
internal static class DiagnosticsTwin
{
    public static string Write(CompilationResult result)
    {
        var builder = new StringBuilder();
        SourceText main = result.Tree.Source;
        IEnumerable<SourceText> others = result
            .Diagnostics.SelectMany(d => d.Secondary.Prepend(d.Primary))
            .Select(label => label.Place.Source)
            .Where(source => source.Path != main.Path)
            .DistinctBy(source => source.Path)
            .OrderBy(source => source.Path, StringComparer.Ordinal);
        foreach (SourceText source in others.Prepend(main))
        {
            builder.Append("--- ").Append(source.Path).Append('\n');
            WriteFile(builder, source, result);
        }

        return builder.ToString();
    }

    private static void WriteFile(StringBuilder builder, SourceText source, CompilationResult result)
    {
        for (int line = 0; line < source.Lines.Count; line++)
        {
            string text = source.Text[source.Lines.StartOf(line)..source.Lines.EndOf(line)].TrimEnd('\r', '\n');
            builder.Append(FormattableString.Invariant($"{line + 1, 3} | {text}").TrimEnd()).Append('\n');
            foreach (Diagnostic diagnostic in result.Diagnostics)
            {
                if (IsOn(diagnostic.Primary, source, line))
                {
                    WriteFinding(builder, diagnostic);
                }

                foreach (DiagnosticLabel label in diagnostic.Secondary.Where(l => IsOn(l, source, line)))
                {
                    Draw(builder, label, '-').Append($"{label.Text} ({diagnostic.Code})".TrimStart()).Append('\n');
                }
            }
        }
    }

    private static void WriteFinding(StringBuilder builder, Diagnostic diagnostic)
    {
        Draw(builder, diagnostic.Primary, '^').Append(diagnostic.Primary.Text).Append('\n');
        string severity = diagnostic.Severity.ToString().ToLowerInvariant();
        Line(builder, $"{severity} {diagnostic.Code} {diagnostic.Name}: {diagnostic.Message}");
        if (diagnostic.Help is { } help)
        {
            Line(builder, $"help: {help}");
        }

        foreach (CodeFix fix in diagnostic.Fixes)
        {
            Line(builder, $"fix ({fix.Safety}): {fix.Title}");
        }
    }

    private static void Line(StringBuilder builder, string text) => builder.Append("    = ").Append(text).Append('\n');

    /// <summary>The marks under a place; of a place of several lines, those of its first line.</summary>
    private static StringBuilder Draw(StringBuilder builder, DiagnosticLabel label, char mark)
    {
        SourceText source = label.Place.Source;
        int line = label.Place.Start.Line;
        int start = source.Lines.StartOf(line);
        string before = source.Text[start..label.Place.Span.Start];
        string marked = label.Place.Text.Split('\n')[0].TrimEnd('\r');
        return builder
            .Append("    | ")
            .Append(' ', DisplayWidth.Of(before))
            .Append(mark, Math.Max(1, DisplayWidth.Of(marked)))
            .Append(' ');
    }

    private static bool IsOn(DiagnosticLabel label, SourceText source, int line) =>
        label.Place.Source.Path == source.Path && label.Place.Start.Line == line;
}
