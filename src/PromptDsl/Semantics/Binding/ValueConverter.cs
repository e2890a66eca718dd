using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Schema;
using PromptDsl.Semantics.Values;
using PromptDsl.Syntax;

namespace PromptDsl.Semantics.Binding;

/// <summary>Fits values to types: what may change its form does, what does not fit is reported.</summary>
internal sealed class ValueConverter(DiagnosticBag diagnostics)
{
    private readonly PicturePathReader _pictures = new(diagnostics);

    /// <summary>The value as one that the type accepts, or an error after a report.</summary>
    /// <param name="what">What takes the value, for messages: <c>`aspect`</c>.</param>
    public BoundValue Convert(BoundValue value, FieldType type, string what)
    {
        switch (value)
        {
            case ErrorValue:
                return value;
            case ListValue list when type.Accepts(ValueForm.List):
                return type.Item is { } itemType ? ConvertItems(list, itemType, what) : list;
            case TextValue text when !type.Accepts(ValueForm.Text):
                return ConvertText(text, type, what);
            case ColorValue color when !type.Accepts(ValueForm.Color) && type.Accepts(ValueForm.Text):
                return new TextValue(AuthoredText.From(color.Literal, color.Place));
            case NumberValue number when type.Accepts(ValueForm.Integer) && !type.Accepts(ValueForm.Number):
                return ConvertInteger(number, type, what);
            case PercentValue percent when type.Accepts(ValueForm.Percent):
                return CheckRange(percent, percent.Percent, type, what);
        }

        if (Literals.Fits(value, type))
        {
            return value;
        }

        diagnostics.Add(ValueDiagnostics.TypeMismatch(value.Place, what, type, value));
        return new ErrorValue(value.Place);
    }

    private ListValue ConvertItems(ListValue list, FieldType itemType, string what)
    {
        ImmutableArray<BoundValue> items =
        [
            .. list.Items.Select(i => Convert(i, itemType, $"an item of {what}")).Where(i => i is not ErrorValue),
        ];
        return list with { Items = items };
    }

    /// <summary>Text where no text is taken: from a parameter it may still be a word, a name or a path.</summary>
    private BoundValue ConvertText(TextValue text, FieldType type, string what)
    {
        string plain = text.Text.Plain;
        if (type.Accepts(ValueForm.Word) && type.Words.Contains(plain))
        {
            return new WordValue(plain, text.Place);
        }

        if (type.Accepts(ValueForm.Image))
        {
            return _pictures.Read(plain, text.Place);
        }

        if (type.Accepts(ValueForm.Name) && Identifiers.IsIdentifier(plain))
        {
            return new NameValue(plain, text.Place);
        }

        diagnostics.Add(
            type.Forms is [ValueForm.Word]
                ? ValueDiagnostics.UnknownWord(text.Place, what, plain, type)
                : ValueDiagnostics.TypeMismatch(text.Place, what, type, text)
        );
        return new ErrorValue(text.Place);
    }

    private BoundValue ConvertInteger(NumberValue number, FieldType type, string what)
    {
        if (number.Number == decimal.Truncate(number.Number))
        {
            return CheckRange(number, number.Number, type, what);
        }

        diagnostics.Add(ValueDiagnostics.NotWhole(number.Place, what, number.Written));
        return new ErrorValue(number.Place);
    }

    private BoundValue CheckRange(BoundValue value, decimal number, FieldType type, string what)
    {
        if (number < type.Minimum || number > type.Maximum)
        {
            diagnostics.Add(ValueDiagnostics.OutOfRange(value.Place, what, value.Written, type));
            return new ErrorValue(value.Place);
        }

        return value;
    }
}
