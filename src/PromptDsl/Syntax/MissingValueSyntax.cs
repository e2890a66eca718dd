using PromptDsl.Text;

namespace PromptDsl.Syntax;

/// <summary>Stands where a value should; its absence has been reported.</summary>
public sealed class MissingValueSyntax(int position) : ValueSyntax
{
    public override IEnumerable<SyntaxElement> Children => [];

    public override TextSpan Span => new(position, 0);
}
