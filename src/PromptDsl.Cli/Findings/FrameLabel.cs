using PromptDsl.Text;

namespace PromptDsl.Cli.Findings;

/// <summary>A marked span of a frame.</summary>
internal sealed record FrameLabel(SourceSpan Place, string Text, bool IsPrimary)
{
    public int FirstLine => Place.Start.Line;

    /// <summary>The line of the last marked character; a span that ends with a line break does not reach the next line.</summary>
    public int LastLine => Place.Source.Lines.PositionAt(Math.Max(Place.Span.Start, Place.Span.End - 1)).Line;

    public bool IsMultiLine => FirstLine != LastLine;
}
