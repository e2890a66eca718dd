using System.Globalization;
using PromptDsl.Schema;
using PromptDsl.Semantics.Values;
using PromptDsl.Text;
using PromptDsl.Values;

namespace PromptDsl.Semantics;

/// <summary>Reads literals from text, as they stand in a file or come from outside.</summary>
internal static class Literals
{
    /// <summary>A number, percentage, ratio, size, colour or boolean; null for anything else.</summary>
    public static BoundValue? Parse(string text, SourceSpan place)
    {
        if (text.Length is 0 or > 64)
        {
            return null;
        }

        if (text is "true" or "false")
        {
            return new BooleanValue(text == "true", place);
        }

        if (text[0] == '#')
        {
            return text.Length is 4 or 7 or 9 && text.AsSpan(1).IndexOfAnyExcept(HexDigits) < 0
                ? new ColorValue(text, place)
                : null;
        }

        if (text[^1] == '%')
        {
            return ParseNumber(text[..^1]) is { } percent ? new PercentValue(percent, text, place) : null;
        }

        if (ParseNumber(text) is { } number)
        {
            return new NumberValue(number, text, place);
        }

        if (AspectRatio.TryParse(text, out AspectRatio ratio))
        {
            return new RatioValue(ratio, place);
        }

        return ImageSize.TryParse(text, out ImageSize size) ? new SizeValue(size, place) : null;
    }

    /// <summary>Whether a value has one of the forms that a type accepts; words and ranges are not looked at.</summary>
    public static bool Fits(BoundValue value, FieldType type) =>
        value switch
        {
            TextValue => type.Accepts(ValueForm.Text),
            NumberValue => type.Accepts(ValueForm.Number) || type.Accepts(ValueForm.Integer),
            PercentValue => type.Accepts(ValueForm.Percent),
            RatioValue => type.Accepts(ValueForm.Ratio),
            SizeValue => type.Accepts(ValueForm.Size),
            ColorValue => type.Accepts(ValueForm.Color),
            BooleanValue => type.Accepts(ValueForm.Boolean),
            WordValue => type.Accepts(ValueForm.Word),
            NameValue => type.Accepts(ValueForm.Name),
            ImageValue => type.Accepts(ValueForm.Image),
            ListValue => type.Accepts(ValueForm.List),
            _ => true,
        };

    private static readonly System.Buffers.SearchValues<char> HexDigits = System.Buffers.SearchValues.Create(
        "0123456789abcdefABCDEF"
    );

    private static decimal? ParseNumber(string text) =>
        char.IsAsciiDigit(text.Length > 0 ? text[^1] : ' ')
        && (char.IsAsciiDigit(text[0]) || text[0] == '-')
        && decimal.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out decimal number
        )
            ? number
            : null;
}
