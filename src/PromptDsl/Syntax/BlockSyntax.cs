using System.Collections.Immutable;
using PromptDsl.Text;

namespace PromptDsl.Syntax;

/// <summary>
/// <c>kind [name] [value] [{ statements }]</c>. Which of the operands is the name and which the
/// value is the schema's to say.
/// </summary>
public sealed class BlockSyntax(
    SyntaxToken kindToken,
    string kind,
    SyntaxToken? strayColon,
    ImmutableArray<ValueSyntax> operands,
    BodySyntax? body
) : StatementSyntax
{
    public SyntaxToken KindToken { get; } = kindToken;

    public string Kind { get; } = kind;

    /// <summary>At most two, unless the file has an error.</summary>
    public ImmutableArray<ValueSyntax> Operands { get; } = operands;

    public BodySyntax? Body { get; } = body;

    public override IEnumerable<SyntaxElement> Children
    {
        get
        {
            yield return KindToken;
            SyntaxToken? colon = strayColon;
            foreach (ValueSyntax operand in Operands)
            {
                if (colon is { } before && before.Start < operand.Span.Start)
                {
                    yield return before;
                    colon = null;
                }

                yield return operand;
            }

            if (colon is { } last)
            {
                yield return last;
            }

            if (Body is not null)
            {
                yield return Body;
            }
        }
    }

    public override TextSpan Span => TextSpan.FromBounds(KindToken.Start, Body?.Span.End ?? HeadSpan.End);

    /// <summary>The statement without its body.</summary>
    public TextSpan HeadSpan =>
        TextSpan.FromBounds(
            KindToken.Start,
            Math.Max(strayColon?.End ?? 0, Operands.IsEmpty ? KindToken.End : Operands[^1].Span.End)
        );
}
