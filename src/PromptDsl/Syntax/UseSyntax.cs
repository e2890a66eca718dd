using PromptDsl.Text;

namespace PromptDsl.Syntax;

/// <summary><c>use "path" [as name]</c></summary>
public sealed class UseSyntax(
    SyntaxToken keyword,
    ValueSyntax path,
    SyntaxToken? asKeyword,
    SyntaxToken? aliasToken,
    string? alias
) : StatementSyntax
{
    public SyntaxToken Keyword { get; } = keyword;

    /// <summary>A string, unless the file has an error.</summary>
    public ValueSyntax Path { get; } = path;

    public SyntaxToken? AsKeyword { get; } = asKeyword;

    public SyntaxToken? AliasToken { get; } = aliasToken;

    public string? Alias { get; } = alias;

    public override IEnumerable<SyntaxElement> Children
    {
        get
        {
            yield return Keyword;
            yield return Path;
            if (AsKeyword is { } word)
            {
                yield return word;
            }

            if (AliasToken is { } name)
            {
                yield return name;
            }
        }
    }

    public override TextSpan Span =>
        TextSpan.FromBounds(Keyword.Start, AliasToken?.End ?? AsKeyword?.End ?? Math.Max(Keyword.End, Path.Span.End));
}
