using PromptDsl.Text;

namespace PromptDsl.Syntax;

/// <summary><c>param name: type [= value] [{ restrictions }]</c></summary>
public sealed class ParamSyntax(
    SyntaxToken keyword,
    SyntaxToken nameToken,
    string name,
    SyntaxToken colon,
    TypeSyntax type,
    SyntaxToken? equalsSign,
    ValueSyntax? defaultValue,
    BodySyntax? body
) : StatementSyntax
{
    public SyntaxToken Keyword { get; } = keyword;

    public SyntaxToken NameToken { get; } = nameToken;

    public string Name { get; } = name;

    public SyntaxToken Colon { get; } = colon;

    public TypeSyntax Type { get; } = type;

    public SyntaxToken? EqualsSign { get; } = equalsSign;

    public ValueSyntax? Default { get; } = defaultValue;

    public BodySyntax? Body { get; } = body;

    public override IEnumerable<SyntaxElement> Children
    {
        get
        {
            yield return Keyword;
            yield return NameToken;
            yield return Colon;
            yield return Type;
            if (EqualsSign is { } sign)
            {
                yield return sign;
            }

            if (Default is not null)
            {
                yield return Default;
            }

            if (Body is not null)
            {
                yield return Body;
            }
        }
    }

    public override TextSpan Span =>
        TextSpan.FromBounds(Keyword.Start, Body?.Span.End ?? Math.Max(Type.Span.End, Default?.Span.End ?? 0));
}
