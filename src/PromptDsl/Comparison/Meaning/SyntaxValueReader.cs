using PromptDsl.Syntax;
using PromptDsl.Values;

namespace PromptDsl.Comparison.Meaning;

/// <summary>Reads values that no name has been looked up in, in the spelling that all equal values share.</summary>
internal static class SyntaxValueReader
{
    public static FactValue Read(ValueSyntax value) =>
        new(value is ListSyntax list ? [.. list.Items.Select(Item)] : [Item(value)], IsOrdered: true, Write(value))
        {
            Text = value is StringSyntax text ? text.LiteralText : null,
        };

    private static FactItem Item(ValueSyntax value) =>
        value switch
        {
            StringSyntax text => new FactItem([
                .. text.Parts.Select(p => p.IsSlot ? new FactPart(p.Text, NameScope.Parameter) : new FactPart(p.Text)),
            ]),
            PathSyntax path => FactItem.Of(path.Text, NameScope.Parameter),
            LiteralSyntax literal => FactItem.Of(Literal(literal)),
            ListSyntax list => FactItem.Of(string.Join('\u001E', list.Items.Select(i => Item(i).Text))),
            _ => FactItem.Of(""),
        };

    private static string Literal(LiteralSyntax literal)
    {
        if (literal.Kind == TokenKind.Color && !literal.IsMalformed)
        {
            return ValueReader.Color(literal.Text);
        }

        return AspectRatio.TryParse(literal.Text, out AspectRatio ratio) ? ValueReader.Ratio(ratio) : literal.Text;
    }

    private static string Write(ValueSyntax value) =>
        value switch
        {
            StringSyntax text => "\""
                + string.Concat(
                    text.Parts.Select(p => p.IsSlot ? $"${{{p.Text}}}" : StringLiteral.Quote(p.Text)[1..^1])
                )
                + "\"",
            PathSyntax path => path.Text,
            LiteralSyntax literal => literal.Text,
            ListSyntax list => $"[{string.Join(", ", list.Items.Select(Write))}]",
            _ => "",
        };
}
