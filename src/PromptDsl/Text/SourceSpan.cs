namespace PromptDsl.Text;

/// <summary>A place in a file.</summary>
public readonly record struct SourceSpan(SourceText Source, TextSpan Span)
{
    /// <summary>The zero-based line and column where the place begins.</summary>
    public LinePosition Start => Source.Lines.PositionAt(Span.Start);

    /// <summary>The zero-based line and column after the place.</summary>
    public LinePosition End => Source.Lines.PositionAt(Span.End);

    /// <summary>The text at the place.</summary>
    public string Text => Source.ToString(Span);

    /// <summary><c>path:line:column</c>, both counted from one.</summary>
    public override string ToString() => $"{Source.Path}:{Start.Line + 1}:{Start.Column + 1}";
}
