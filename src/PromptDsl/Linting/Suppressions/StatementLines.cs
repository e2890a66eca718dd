using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Linting.Suppressions;

/// <summary>
/// The lines of a file as suppressions count them: a statement that runs over several lines is one, since no
/// comment can stand inside a text.
/// </summary>
internal sealed class StatementLines
{
    private readonly SourceText _source;
    private readonly List<TextSpan> _statements;

    public StatementLines(SyntaxTree tree)
    {
        _source = tree.Source;
        _statements =
        [
            .. tree
                .Root.DescendantsAndSelf()
                .OfType<StatementSyntax>()
                .Select(HeadOf)
                .Where(s => _source.Lines.LineAt(s.Start) != _source.Lines.LineAt(s.End)),
        ];
    }

    /// <summary>Whether nothing but white space stands before a position on its line.</summary>
    public bool IsBlankBefore(int position)
    {
        int start = _source.Lines.StartOf(_source.Lines.LineAt(position));
        return _source.AsSpan(TextSpan.FromBounds(start, position)).Trim("\uFEFF \t").IsEmpty;
    }

    /// <summary>The line at a position, and all lines of the statement that it belongs to.</summary>
    public TextSpan Around(int position)
    {
        TextSpan line = LinesOf(new TextSpan(position, 0));
        foreach (TextSpan statement in _statements)
        {
            TextSpan lines = LinesOf(statement);
            if (lines.Overlaps(line))
            {
                line = TextSpan.Union(line, lines);
            }
        }

        return line;
    }

    // What stands in the body of a block has lines of its own.
    private static TextSpan HeadOf(StatementSyntax statement) =>
        statement switch
        {
            BlockSyntax block => block.HeadSpan,
            DefineSyntax define => TextSpan.FromBounds(define.Span.Start, define.Block.HeadSpan.End),
            ForSyntax loop => loop.HeadSpan,
            _ => statement.Span,
        };

    private TextSpan LinesOf(TextSpan span)
    {
        LineMap lines = _source.Lines;
        return TextSpan.FromBounds(
            lines.StartOf(lines.LineAt(span.Start)),
            Math.Max(lines.EndOf(lines.LineAt(span.End)), span.Start + 1)
        );
    }
}
