using PromptDsl.Diagnostics;
using PromptDsl.Semantics.Binding.Evaluation;
using PromptDsl.Semantics.Values;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding.Parameters;

/// <summary>Reads values that come from outside as text, such as those of <c>--set</c>, by the declared type.</summary>
internal sealed class OutsideValueReader(DiagnosticBag diagnostics)
{
    private readonly PicturePathReader _pictures = new(diagnostics);

    /// <summary>The value, not yet checked: text that is no literal of the type is left as text.</summary>
    public BoundValue Read(ParameterDeclaration declaration, ParameterBinding binding)
    {
        SourceSpan place = declaration.Place;
        if (binding.Items is { } items)
        {
            return new ListValue([.. items.Select(i => ReadItem(i, place))], place);
        }

        string text = binding.Text;
        return declaration.Type switch
        {
            "text" or "choice" or "list" => Text(text, place),
            "image" => _pictures.ReadFromOutside(text, place),
            "color" => Literals.Parse(text, place) as ColorValue ?? (BoundValue)Text(text, place),
            _ => Literals.Parse(text.Trim(), place) ?? Text(text, place),
        };
    }

    private static BoundValue ReadItem(ParameterBinding item, SourceSpan place) =>
        item.Items is { } items
            ? new ListValue([.. items.Select(i => ReadItem(i, place))], place)
            : Literals.Parse(item.Text, place) ?? Text(item.Text, place);

    private static TextValue Text(string text, SourceSpan place) => new(AuthoredText.From(text, place));
}
