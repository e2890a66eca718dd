using PromptDsl.Text;

namespace PromptDsl.Syntax;

/// <summary><c>define kind name [value] [body]</c>: a block that stands for itself only where it is included.</summary>
public sealed class DefineSyntax(SyntaxToken keyword, BlockSyntax block) : StatementSyntax
{
    public SyntaxToken Keyword { get; } = keyword;

    /// <summary>The kind, the name, the value and the body.</summary>
    public BlockSyntax Block { get; } = block;

    /// <summary>The name, or null in a definition that is half written.</summary>
    public string? Name => Block.Operands is [PathSyntax { Word: { } name }, ..] ? name : null;

    public override IEnumerable<SyntaxElement> Children => [Keyword, Block];

    public override TextSpan Span => TextSpan.FromBounds(Keyword.Start, Math.Max(Keyword.End, Block.Span.End));
}
