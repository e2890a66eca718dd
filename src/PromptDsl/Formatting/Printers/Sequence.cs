using System.Collections.Immutable;
using PromptDsl.Formatting.Comments;
using PromptDsl.Formatting.Documents;
using PromptDsl.Syntax;

namespace PromptDsl.Formatting.Printers;

/// <summary>Elements between brackets or braces, and the gaps before, between and after them.</summary>
internal sealed class Sequence
{
    private readonly PrintingContext _context;
    private readonly SyntaxToken _open;
    private readonly SyntaxToken _close;
    private readonly ImmutableArray<Document> _elements;
    private readonly ImmutableArray<Gap> _gaps;

    private Sequence(
        PrintingContext context,
        SyntaxToken open,
        SyntaxToken close,
        ImmutableArray<Document> elements,
        ImmutableArray<Gap> gaps
    )
    {
        _context = context;
        _open = open;
        _close = close;
        _elements = elements;
        _gaps = gaps;
    }

    /// <summary>Reads the children of a node.</summary>
    /// <param name="children">The opening token, elements and separators, the closing token.</param>
    /// <param name="print">Prints an element.</param>
    /// <param name="context">What the printers share.</param>
    public static Sequence Read(
        IEnumerable<SyntaxElement> children,
        Func<SyntaxElement, Document> print,
        PrintingContext context
    )
    {
        SyntaxElement[] all = [.. children];
        var elements = ImmutableArray.CreateBuilder<Document>();
        var gaps = ImmutableArray.CreateBuilder<Gap>();
        GapStart start = GapStart.Opener;
        SyntaxToken? separator = null;
        foreach (SyntaxElement child in all.AsSpan(1..^1))
        {
            SyntaxToken first = PrintingContext.FirstToken(child);
            if (first.Kind == TokenKind.Comma)
            {
                separator = first;
                continue;
            }

            gaps.Add(GapReader.Read(context.Source, start, separator, first));
            elements.Add(print(child));
            start = GapStart.Element;
            separator = null;
        }

        SyntaxToken close = all[^1].Token;
        gaps.Add(GapReader.Read(context.Source, start, separator, close));
        return new Sequence(context, all[0].Token, close, elements.ToImmutable(), gaps.ToImmutable());
    }

    public bool HasComments => _gaps.Any(g => g.HasComments);

    /// <summary>Whether an element, a comma or the closing token stands on a line of its own.</summary>
    public bool HasLineBreaks => _gaps.Any(g => g.HasLineBreak);

    /// <summary>Whether the author broke the line after the opening token.</summary>
    public bool BeginsOnNewLine => _gaps[0].HasLineBreak;

    public Document Print(SequenceStyle style)
    {
        if (_elements.IsEmpty && !HasComments)
        {
            return Doc.Concat(_context.Token(_open), _context.Token(_close));
        }

        var inner = ImmutableArray.CreateBuilder<Document>();
        for (int i = 0; i < _elements.Length; i++)
        {
            inner.Add(GapPrinter.PrintBefore(_gaps[i], i == 0, i == 0 ? style.Edge : Doc.Line, _context.Source));
            inner.Add(_elements[i]);
            bool isLast = i == _elements.Length - 1;
            PrintAfterElement(inner, _gaps[i + 1], isLast ? style.TrailingSeparator : style.Separator);
        }

        inner.Add(GapPrinter.PrintOwnLine(_gaps[^1], _elements.IsEmpty, style.Edge, _context.Source));
        return Doc.Concat(
            _context.Token(_open),
            CommentPrinter.PrintAfter(_gaps[0].Trailing, _context.Source),
            Doc.Indent(Doc.Concat(inner.ToImmutable())),
            style.Edge,
            _context.Token(_close)
        );
    }

    /// <summary>The separator goes as far right as the author put it, but never behind a line comment.</summary>
    private void PrintAfterElement(ImmutableArray<Document>.Builder parts, Gap gap, Document separator)
    {
        int before = gap.Trailing.TakeWhile(c => !c.IsLine && !c.AfterSeparator).Count();
        parts.Add(CommentPrinter.PrintAfter(gap.Trailing[..before], _context.Source));
        parts.Add(separator);
        parts.Add(CommentPrinter.PrintAfter(gap.Trailing[before..], _context.Source));
    }
}
