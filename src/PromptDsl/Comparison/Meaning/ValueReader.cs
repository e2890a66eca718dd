using System.Collections.Immutable;
using System.Globalization;
using PromptDsl.Semantics.Values;
using PromptDsl.Syntax;
using PromptDsl.Values;

namespace PromptDsl.Comparison.Meaning;

/// <summary>Reads values in the spelling that all equal values share.</summary>
internal static class ValueReader
{
    /// <summary>Reads a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isOrdered">Whether the order of a list has a meaning.</param>
    /// <param name="scope">What names in it stand for.</param>
    public static FactValue Read(BoundValue value, bool isOrdered = true, NameScope scope = NameScope.Thing) =>
        new(
            value is ListValue list ? [.. list.Items.Select(i => Item(i, scope))] : [Item(value, scope)],
            isOrdered,
            Write(value)
        )
        {
            Text = (value as TextValue)?.Text.Plain,
        };

    public static FactValue Read(AuthoredText text) => Read(new TextValue(text));

    public static FactValue Read(ImmutableArray<AuthoredText> texts) =>
        texts is [var only] ? Read(only) : Read(new ListValue([.. texts.Select(t => new TextValue(t))], default));

    /// <summary>A value as it would be written.</summary>
    public static string Write(BoundValue value) =>
        value switch
        {
            TextValue text => StringLiteral.Quote(text.Text.Plain),
            ImageValue image => StringLiteral.Quote(image.Path),
            ListValue list => $"[{string.Join(", ", list.Items.Select(Write))}]",
            _ => value.Written,
        };

    /// <summary>A colour in six or eight capital digits; one without transparency in six.</summary>
    public static string Color(string literal)
    {
        string digits = literal[1..].ToUpperInvariant();
        if (digits.Length == 3)
        {
            digits = string.Concat(digits.Select(d => new string(d, 2)));
        }

        return "#" + (digits.Length == 8 && digits.EndsWith("FF", StringComparison.Ordinal) ? digits[..6] : digits);
    }

    /// <summary>A number without zeros that add nothing.</summary>
    public static string Number(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);

    /// <summary>A ratio in lowest terms where both parts are whole.</summary>
    public static string Ratio(AspectRatio ratio)
    {
        decimal divisor = 1;
        if (decimal.IsInteger(ratio.Width) && decimal.IsInteger(ratio.Height))
        {
            (decimal a, decimal b) = (ratio.Width, ratio.Height);
            while (b != 0)
            {
                (a, b) = (b, a % b);
            }

            divisor = a;
        }

        return $"{Number(ratio.Width / divisor)}:{Number(ratio.Height / divisor)}";
    }

    private static FactItem Item(BoundValue value, NameScope scope) =>
        value switch
        {
            TextValue text => new FactItem([
                .. text.Text.Runs.Select(r =>
                    r.Picture is null ? new FactPart(r.Text) : new FactPart(r.Picture, NameScope.Picture)
                ),
            ])
                is { Parts.IsEmpty: false } item
                ? item
                : FactItem.Of(""),
            NumberValue number => FactItem.Of(Number(number.Number)),
            PercentValue percent => FactItem.Of(Number(percent.Percent) + "%"),
            RatioValue ratio => FactItem.Of(Ratio(ratio.Ratio)),
            ColorValue color => FactItem.Of(Color(color.Literal)),
            NameValue name => FactItem.Of(name.Name, scope),
            ListValue list => FactItem.Of(string.Join('\u001E', list.Items.Select(i => Item(i, scope).Text))),
            _ => FactItem.Of(value.Written),
        };
}
