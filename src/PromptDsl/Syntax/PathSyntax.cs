using System.Collections.Immutable;
using PromptDsl.Text;

namespace PromptDsl.Syntax;

/// <summary>A bare word, or words joined by dots: <c>true</c>, <c>top-left</c>, <c>brand.house</c>.</summary>
public sealed class PathSyntax(ImmutableArray<SyntaxToken> tokens, ImmutableArray<string> parts) : ValueSyntax
{
    /// <summary>The words without the dots.</summary>
    public ImmutableArray<string> Parts { get; } = parts;

    /// <summary>The only word, or null when there are several.</summary>
    public string? Word => Parts.Length == 1 ? Parts[0] : null;

    /// <summary>The words with their dots.</summary>
    public string Text => Parts.Length == 1 ? Parts[0] : string.Join('.', Parts);

    /// <summary>The tokens, the dots included.</summary>
    public ImmutableArray<SyntaxToken> PathTokens => tokens;

    public override IEnumerable<SyntaxElement> Children => tokens.Select(t => (SyntaxElement)t);

    public override TextSpan Span => TextSpan.FromBounds(tokens[0].Start, tokens[^1].End);
}
