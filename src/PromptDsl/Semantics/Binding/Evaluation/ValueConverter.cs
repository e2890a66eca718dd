using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Schema;
using PromptDsl.Semantics.Values;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Binding.Evaluation;

/// <summary>Fits values to types: what may change its form does, what does not fit is reported.</summary>
internal sealed class ValueConverter(DiagnosticBag diagnostics)
{
    private readonly PicturePathReader _pictures = new(diagnostics);

    /// <summary>The value as one that the type accepts, or an error after a report.</summary>
    /// <param name="what">What takes the value, for messages: <c>`aspect`</c>.</param>
    /// <param name="isLiteral">Whether it is text in quotation marks that nothing is put into.</param>
    public BoundValue Convert(BoundValue value, FieldType type, string what, bool isLiteral = false)
    {
        switch (value)
        {
            case ErrorValue:
                return value;
            case ListValue list when type.Accepts(ValueForm.List):
                return type.Item is { } itemType ? ConvertItems(list, itemType, what) : list;
            case TextValue text when !type.Accepts(ValueForm.Text):
                return ConvertText(text, type, what, isLiteral);
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

    /// <summary>The word of the closed list, or null when it is none of them.</summary>
    public static WordValue? ReadWord(string word, FieldType type, SourceSpan place) =>
        type.Accepts(ValueForm.Word) && type.Words.Contains(word) ? new WordValue(word, place) : null;

    private ListValue ConvertItems(ListValue list, FieldType itemType, string what)
    {
        ImmutableArray<BoundValue> items =
        [
            .. list.Items.Select(i => Convert(i, itemType, $"an item of {what}")).Where(i => i is not ErrorValue),
        ];
        return list with { Items = items };
    }

    /// <summary>
    /// Text where no text is taken may still be a word, the path of a picture, or a name, in this order:
    /// when it comes from a parameter, and when it carries a slot.
    /// </summary>
    private BoundValue ConvertText(TextValue text, FieldType type, string what, bool isLiteral)
    {
        string plain = text.Text.Plain;
        if (ReadWord(plain, type, text.Place) is { } word)
        {
            if (isLiteral)
            {
                diagnostics.Add(ValueDiagnostics.QuotedWord(text.Place, what, plain));
            }

            return word;
        }

        if (type.Accepts(ValueForm.Image))
        {
            return _pictures.Read(plain, text.Place);
        }

        if (
            type.Accepts(ValueForm.Name)
            && Identifiers.ToIdentifier(plain) is var name
            && Identifiers.IsIdentifier(name)
        )
        {
            return new NameValue(name, text.Place);
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
