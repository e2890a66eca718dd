using System.Collections.Immutable;
using PromptDsl.Formatting.Documents;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Formatting.Comments;

/// <summary>Prints comments. Their text is the author's; only blanks at the ends of lines go.</summary>
internal static class CommentPrinter
{
    public static Document Print(Comment comment, SourceText source)
    {
        ReadOnlyMemory<char> text = source.Text.AsMemory(comment.Span.Start, comment.Span.Length);
        if (comment.IsLine)
        {
            return Doc.LineComment(text.TrimEnd());
        }

        return comment.IsMultiLine ? PrintLines(text) : Doc.Text(text);
    }

    /// <summary>Comments after something on its line.</summary>
    public static Document PrintAfter(ImmutableArray<Comment> comments, SourceText source) =>
        comments.IsEmpty
            ? Doc.Empty
            : Doc.Concat([.. comments.SelectMany(c => (Document[])[Doc.Space, Print(c, source)])]);

    /// <summary>Comments before something on its line.</summary>
    public static Document PrintBefore(ImmutableArray<Comment> comments, SourceText source) =>
        comments.IsEmpty
            ? Doc.Empty
            : Doc.Concat([.. comments.SelectMany(c => (Document[])[Print(c, source), Doc.Space])]);

    /// <summary>The comments before a token inside a statement, where only block comments can stand.</summary>
    public static ImmutableArray<Comment> Before(SyntaxToken token, SourceText source) =>
        token.LeadingStart == token.Start
            ? []
            :
            [
                .. SyntaxTrivia
                    .Before(token, source)
                    .Where(t => t.IsComment)
                    .Select(t => new Comment(t.Span, IsLine: false, IsMultiLine: false, 0, AfterSeparator: false)),
            ];

    /// <summary>The lines of a block comment stand as they are: they may be a drawing, or code.</summary>
    private static Document PrintLines(ReadOnlyMemory<char> text)
    {
        var parts = ImmutableArray.CreateBuilder<Document>();
        while (text.Span.IndexOfAny('\n', '\r') is >= 0 and int end)
        {
            parts.Add(Doc.Text(text[..end].TrimEnd()));
            parts.Add(Doc.LiteralLine);
            bool isPair = text.Span[end] == '\r' && text.Span[end + 1] == '\n';
            text = text[(end + (isPair ? 2 : 1))..];
        }

        parts.Add(Doc.Text(text));
        return Doc.Concat(parts.ToImmutable());
    }
}
