using PromptDsl.Text;

namespace PromptDsl.Syntax;

/// <summary><c>for pattern in value { statements }</c></summary>
public sealed class ForSyntax(
    SyntaxToken keyword,
    PatternSyntax pattern,
    SyntaxToken inKeyword,
    ValueSyntax items,
    BodySyntax body
) : StatementSyntax
{
    public SyntaxToken Keyword { get; } = keyword;

    public PatternSyntax Pattern { get; } = pattern;

    public SyntaxToken InKeyword { get; } = inKeyword;

    public ValueSyntax Items { get; } = items;

    public BodySyntax Body { get; } = body;

    public override IEnumerable<SyntaxElement> Children => [Keyword, Pattern, InKeyword, Items, Body];

    public override TextSpan Span => TextSpan.FromBounds(Keyword.Start, Math.Max(Keyword.End, Body.Span.End));

    /// <summary>The statement without its body.</summary>
    public TextSpan HeadSpan => TextSpan.FromBounds(Keyword.Start, Math.Max(Keyword.End, Items.Span.End));
}
