using System.Collections.Immutable;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Formatting.Comments;

/// <summary>Reads the trivia between two neighbours and decides which of them each comment belongs to.</summary>
internal sealed class GapReader
{
    private readonly SourceText _source;
    private readonly List<Comment> _comments = [];
    private bool _hasLineBreak;
    private int _lineBreaks;

    private GapReader(SourceText source) => _source = source;

    /// <summary>The gap before a token.</summary>
    /// <param name="source">The file.</param>
    /// <param name="start">What stands before the gap.</param>
    /// <param name="separator">The comma in the gap, which is not kept.</param>
    /// <param name="next">The token after the gap.</param>
    public static Gap Read(SourceText source, GapStart start, SyntaxToken? separator, SyntaxToken next)
    {
        if (separator is null && next.LeadingStart == next.Start)
        {
            return Gap.Empty;
        }

        var reader = new GapReader(source);
        if (separator is { } comma)
        {
            reader.ReadTrivia(comma, afterSeparator: false);
        }

        reader.ReadTrivia(next, afterSeparator: separator is not null);
        if (reader is { _hasLineBreak: false, _comments.Count: 0 })
        {
            return Gap.Empty;
        }

        bool closes = next.Kind is TokenKind.CloseBrace or TokenKind.CloseBracket or TokenKind.EndOfFile;
        return reader.Divide(start, closes, separator is not null);
    }

    private void ReadTrivia(SyntaxToken token, bool afterSeparator)
    {
        foreach (SyntaxTrivia trivia in SyntaxTrivia.Before(token, _source))
        {
            if (trivia.Kind == TriviaKind.LineBreak)
            {
                _lineBreaks++;
                _hasLineBreak = true;
            }
            else if (trivia.IsComment)
            {
                bool isLine = trivia.Kind == TriviaKind.LineComment;
                bool isMultiLine = !isLine && _source.AsSpan(trivia.Span).IndexOfAny('\n', '\r') >= 0;
                _comments.Add(new Comment(trivia.Span, isLine, isMultiLine, _lineBreaks, afterSeparator));
                _lineBreaks = 0;
            }
        }
    }

    private Gap Divide(GapStart start, bool closes, bool hasSeparator)
    {
        ImmutableArray<Comment> comments = [.. _comments];
        int trailing = CountTrailing(start, closes, hasSeparator);
        int inline = comments.Length;
        int lineBreaks = _lineBreaks;
        while (!closes && lineBreaks == 0 && inline > trailing && comments[inline - 1] is { IsMultiLine: false } last)
        {
            lineBreaks = last.LineBreaksBefore;
            inline--;
        }

        return new Gap
        {
            Trailing = comments[..trailing],
            OwnLine = comments[trailing..inline],
            Inline = comments[inline..],
            LineBreaksBeforeNext = lineBreaks,
            HasLineBreak = _hasLineBreak,
        };
    }

    private int CountTrailing(GapStart start, bool closes, bool hasSeparator)
    {
        if (start == GapStart.File)
        {
            return 0;
        }

        if (_hasLineBreak)
        {
            int own = _comments.FindIndex(c => c.LineBreaksBefore > 0);
            return own < 0 ? _comments.Count : own;
        }

        // Everything is on one line: the comma, or the closing brace, says which side a comment is on.
        return start switch
        {
            GapStart.Element when closes => _comments.Count,
            GapStart.Element when hasSeparator => _comments.Count(c => !c.AfterSeparator),
            _ => 0,
        };
    }
}
