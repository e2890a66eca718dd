using PromptDsl.Text;

namespace PromptDsl.Runtime.Runs;

/// <summary>A line of a source file as it was when the run had to do with it.</summary>
/// <param name="Path">The source file.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Text">What stands on it, without the white space around it.</param>
public sealed record SourceLine(string Path, int Line, string Text)
{
    /// <summary>The line on which a place begins.</summary>
    internal static SourceLine Of(SourceSpan place)
    {
        (SourceText source, int line) = (place.Source, place.Start.Line);
        string text = source.Text[source.Lines.StartOf(line)..source.Lines.EndOf(line)];
        return new SourceLine(source.Path, line + 1, text.Trim());
    }
}
