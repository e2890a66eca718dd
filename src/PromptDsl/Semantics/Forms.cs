using System.Globalization;
using PromptDsl.Schema;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Semantics;

/// <summary>How the forms of values are called in messages.</summary>
internal static class Forms
{
    /// <summary>What a type takes, with an article: "a ratio such as 2:3".</summary>
    public static string Describe(FieldType type)
    {
        if (type.Accepts(ValueForm.Text) && type.Accepts(ValueForm.Number))
        {
            return "text";
        }

        return string.Join(
            " or ",
            type.Forms.Where(f => f != ValueForm.List || type.Forms.Length == 1)
                .Select(f => Describe(f, type))
                .Distinct()
        );
    }

    /// <summary>What a value is, with an article.</summary>
    public static string Describe(BoundValue value) =>
        value switch
        {
            TextValue => "text",
            NumberValue => "a number",
            PercentValue => "a percentage",
            RatioValue => "a ratio",
            SizeValue => "a size",
            ColorValue => "a colour",
            BooleanValue => "true or false",
            WordValue => "a word",
            NameValue => "a name",
            ImageValue => "a picture",
            ListValue => "a list",
            _ => "nothing",
        };

    /// <summary>A number with its noun: "1 cell", "3 cells".</summary>
    public static string Count(long number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");

    /// <summary>A value as it might be written.</summary>
    public static string Example(FieldType type) =>
        type.Forms[0] switch
        {
            ValueForm.Text => "\"like this\"",
            ValueForm.Integer => type.Minimum is { } minimum && minimum > 3 ? $"{minimum}" : "3",
            ValueForm.Number => "1.5",
            ValueForm.Percent => "60%",
            ValueForm.Ratio => "2:3",
            ValueForm.Size => "1024x1536",
            ValueForm.Color => "#FF5533",
            ValueForm.Boolean => "true",
            ValueForm.Word => type.Words[0],
            ValueForm.Name => "cabin",
            ValueForm.Image => "\"refs/board.png\"",
            _ => type.Item is null ? "[…]" : $"[{Example(type.Item)}]",
        };

    private static string Describe(ValueForm form, FieldType type) =>
        form switch
        {
            ValueForm.Text => "text in quotation marks",
            ValueForm.Integer => "a whole number",
            ValueForm.Number => "a number",
            ValueForm.Percent => "a percentage such as 60%",
            ValueForm.Ratio => "a ratio such as 2:3",
            ValueForm.Size => "a size such as 1024x1536",
            ValueForm.Color => "a colour such as #FF5533",
            ValueForm.Boolean => "true or false",
            ValueForm.Word => type.Words.Length == 1 ? $"`{type.Words[0]}`" : "one of its words",
            ValueForm.Name => type.Target switch
            {
                NameTarget.Stage => "the name of a stage",
                NameTarget.Reference => "the name of a reference",
                NameTarget.Text => "the name of a text",
                _ => "the name of something in the picture",
            },
            ValueForm.Image => "the path of a picture",
            _ => "a list",
        };
}
