using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Tests.Cases;

/// <summary>Places and texts as the twins write them: the same for LF and CRLF.</summary>
internal static class TwinText
{
    /// <summary>Line and column from one.</summary>
    public static string Position(SourceText source, int position)
    {
        LinePosition place = source.Lines.PositionAt(position);
        return FormattableString.Invariant($"{place.Line + 1}:{place.Column + 1}");
    }

    public static string Place(SourceSpan place) => $"{place.Source.Path}:{Position(place.Source, place.Span.Start)}";

    public static string Quote(string text) => StringLiteral.Quote(text.ReplaceLineEndings("\n"));
}
