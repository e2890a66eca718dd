using PromptDsl.Text;

namespace PromptDsl.Syntax;

/// <summary>An object of JSON in a list. No form of the language: it is reported, and its statements are read all the same.</summary>
public sealed class ObjectSyntax(BodySyntax body) : ValueSyntax
{
    public BodySyntax Body { get; } = body;

    public override IEnumerable<SyntaxElement> Children => [Body];

    public override TextSpan Span => Body.Span;
}
