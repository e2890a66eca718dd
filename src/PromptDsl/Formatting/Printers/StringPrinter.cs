using System.Collections.Immutable;
using PromptDsl.Formatting.Documents;
using PromptDsl.Syntax;

namespace PromptDsl.Formatting.Printers;

/// <summary>
/// A string stands as it is written. Of a raw string over several lines only the indentation changes,
/// which is no part of its value; blanks at the ends of its lines are part of it, and stay.
/// </summary>
internal static class StringPrinter
{
    /// <summary>The lines of a raw string are indented below the statement that it belongs to.</summary>
    public static Document Print(StringSyntax node, PrintingContext context) => Doc.Indent(PrintAligned(node, context));

    /// <summary>The lines of a raw string begin where the line begins that opens it.</summary>
    public static Document PrintAligned(StringSyntax node, PrintingContext context)
    {
        ReadOnlyMemory<char> text = context.Source.Text.AsMemory(node.Token.Start, node.Token.Length);
        return node.IsRaw && text.Span.IndexOfAny('\n', '\r') >= 0 ? PrintLines(text) : Doc.Text(text);
    }

    private static Document PrintLines(ReadOnlyMemory<char> text)
    {
        int lastBreak = text.Span.LastIndexOfAny('\n', '\r');
        ReadOnlyMemory<char> closing = text[(lastBreak + 1)..];
        ReadOnlyMemory<char> quotes = closing.TrimStart();
        ReadOnlySpan<char> indentation = closing.Span[..^quotes.Length];

        var parts = ImmutableArray.CreateBuilder<Document>();
        parts.Add(Doc.Text(quotes));
        ReadOnlyMemory<char> rest = AfterLineBreak(text);
        while (rest.Span.IndexOfAny('\n', '\r') is >= 0 and int end)
        {
            parts.Add(Doc.HardLine);
            parts.Add(Doc.Text(WithoutIndentation(rest[..end], indentation)));
            rest = AfterLineBreak(rest);
        }

        parts.Add(Doc.HardLine);
        parts.Add(Doc.Text(quotes));
        return Doc.Concat(parts.ToImmutable());
    }

    /// <summary>The part of a line that belongs to the value; a blank line may be indented less.</summary>
    private static ReadOnlyMemory<char> WithoutIndentation(ReadOnlyMemory<char> line, ReadOnlySpan<char> indentation) =>
        line.Span.StartsWith(indentation) ? line[indentation.Length..] : ReadOnlyMemory<char>.Empty;

    private static ReadOnlyMemory<char> AfterLineBreak(ReadOnlyMemory<char> text)
    {
        int end = text.Span.IndexOfAny('\n', '\r');
        bool isPair = text.Span[end] == '\r' && end + 1 < text.Length && text.Span[end + 1] == '\n';
        return text[(end + (isPair ? 2 : 1))..];
    }
}
