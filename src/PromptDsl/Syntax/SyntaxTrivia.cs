using PromptDsl.Text;

namespace PromptDsl.Syntax;

/// <summary>A piece of text between two tokens.</summary>
public readonly record struct SyntaxTrivia(TriviaKind Kind, TextSpan Span)
{
    public bool IsComment => Kind is TriviaKind.LineComment or TriviaKind.BlockComment;

    /// <summary>The trivia before a token, in order.</summary>
    public static IEnumerable<SyntaxTrivia> Before(SyntaxToken token, SourceText source)
    {
        int position = token.LeadingStart;
        while (position < token.Start)
        {
            SyntaxTrivia trivia = Read(source.Text, position, token.Start);
            yield return trivia;
            position = trivia.Span.End;
        }
    }

    private static SyntaxTrivia Read(string text, int start, int limit)
    {
        char c = text[start];
        char next = start + 1 < limit ? text[start + 1] : '\0';
        return c switch
        {
            '\n' => new(TriviaKind.LineBreak, new(start, 1)),
            '\r' => new(TriviaKind.LineBreak, new(start, next == '\n' ? 2 : 1)),
            '/' when next == '*' => new(
                TriviaKind.BlockComment,
                TextSpan.FromBounds(start, EndOfBlockComment(text, start, limit))
            ),
            // A '#' at this place is a comment of another language, which the lexer has reported.
            '/' or '#' => new(TriviaKind.LineComment, TextSpan.FromBounds(start, EndOfLine(text, start, limit))),
            '\uFEFF' when start == 0 => new(TriviaKind.ByteOrderMark, new(start, 1)),
            _ => new(TriviaKind.WhiteSpace, TextSpan.FromBounds(start, EndOfWhiteSpace(text, start, limit))),
        };
    }

    private static int EndOfBlockComment(string text, int start, int limit)
    {
        int close = text.IndexOf("*/", start + 2, limit - start - 2, StringComparison.Ordinal);
        return close < 0 ? limit : close + 2;
    }

    private static int EndOfLine(string text, int start, int limit)
    {
        int end = text.AsSpan(start, limit - start).IndexOfAny('\n', '\r');
        return end < 0 ? limit : start + end;
    }

    private static int EndOfWhiteSpace(string text, int start, int limit)
    {
        int end = start + 1;
        while (end < limit && text[end] is not ('\n' or '\r' or '/' or '#'))
        {
            end++;
        }

        return end;
    }
}
