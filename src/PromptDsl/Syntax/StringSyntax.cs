using System.Collections.Immutable;
using PromptDsl.Text;

namespace PromptDsl.Syntax;

/// <summary>A quoted or raw string, decoded into literal text and slots.</summary>
public sealed class StringSyntax(SyntaxToken token, ImmutableArray<StringPart> parts) : ValueSyntax
{
    public SyntaxToken Token { get; } = token;

    public ImmutableArray<StringPart> Parts { get; } = parts;

    public bool IsRaw => Token.Kind == TokenKind.RawString;

    /// <summary>Whether the string holds a <c>${slot}</c>.</summary>
    public bool HasSlots => Parts.Any(p => p.IsSlot);

    /// <summary>The text when the string has no slot.</summary>
    public string LiteralText => Parts.Length == 1 ? Parts[0].Text : string.Concat(Parts.Select(p => p.Text));

    public override IEnumerable<SyntaxElement> Children => [Token];

    public override TextSpan Span => Token.Span;
}
