using System.Collections.Immutable;
using PromptDsl.Text;

namespace PromptDsl.Syntax;

/// <summary>The names that a loop binds: one, or several in brackets.</summary>
public sealed class PatternSyntax(
    ImmutableArray<SyntaxToken> tokens,
    ImmutableArray<SyntaxToken> nameTokens,
    ImmutableArray<string> names
) : SyntaxNode
{
    public ImmutableArray<SyntaxToken> NameTokens { get; } = nameTokens;

    public ImmutableArray<string> Names { get; } = names;

    /// <summary>Whether the names stand in brackets, so that each item is taken apart.</summary>
    public bool IsList => tokens[0].Kind == TokenKind.OpenBracket;

    public override IEnumerable<SyntaxElement> Children => tokens.Select(t => (SyntaxElement)t);

    public override TextSpan Span => TextSpan.FromBounds(tokens[0].Start, tokens[^1].End);
}
