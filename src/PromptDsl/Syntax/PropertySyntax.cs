using PromptDsl.Text;

namespace PromptDsl.Syntax;

/// <summary><c>key: value</c></summary>
public sealed class PropertySyntax(SyntaxToken keyToken, string key, SyntaxToken colon, ValueSyntax value)
    : StatementSyntax
{
    public SyntaxToken KeyToken { get; } = keyToken;

    /// <summary>The key as a name.</summary>
    public string Key { get; } = key;

    public SyntaxToken Colon { get; } = colon;

    public ValueSyntax Value { get; } = value;

    public override IEnumerable<SyntaxElement> Children => [KeyToken, Colon, Value];

    public override TextSpan Span => TextSpan.FromBounds(KeyToken.Start, Math.Max(Colon.End, Value.Span.End));
}
