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

    // In order and apart from each other: statements that share a line are one.
    private readonly List<TextSpan> _statements = [];
    private readonly List<int> _starts;

    public StatementLines(SyntaxTree tree)
    {
        _source = tree.Source;
        IEnumerable<TextSpan> heads = tree
            .Root.DescendantsAndSelf()
            .OfType<StatementSyntax>()
            .Select(HeadOf)
            .Where(s => _source.Lines.LineAt(s.Start) != _source.Lines.LineAt(s.End));
        foreach (TextSpan lines in heads.Select(LinesOf).OrderBy(l => l.Start))
        {
            if (_statements.Count > 0 && _statements[^1].Overlaps(lines))
            {
                _statements[^1] = TextSpan.Union(_statements[^1], lines);
            }
            else
            {
                _statements.Add(lines);
            }
        }

        _starts = [.. _statements.Select(s => s.Start)];
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
        int index = _starts.BinarySearch(line.Start);
        index = index >= 0 ? index : ~index - 1;
        return index >= 0 && _statements[index].Overlaps(line) ? _statements[index] : line;
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
