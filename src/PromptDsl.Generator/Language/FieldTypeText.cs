using System.Globalization;
using PromptDsl.Schema;

namespace PromptDsl.Generator.Language;

/// <summary>What a key takes, in words.</summary>
internal static class FieldTypeText
{
    public static string Describe(FieldType type)
    {
        IEnumerable<string> alone = type.Forms.Where(f => f != ValueForm.List).Select(f => Describe(f, type));
        string[] forms = IsProse(type) ? ["text, or any value as written"] : [.. alone];
        if (type.Accepts(ValueForm.List))
        {
            bool isMixed = forms.Length > 0;
            forms = [.. forms, isMixed ? "a list" : $"a list of {Plural(type.Item)}"];
        }

        return string.Join("; ", forms);
    }

    private static bool IsProse(FieldType type) => type.Accepts(ValueForm.Text) && type.Accepts(ValueForm.Number);

    private static string Plural(FieldType? item) =>
        item is null || IsProse(item) ? "values"
        : item.Accepts(ValueForm.Color) ? "colours"
        : "values";

    private static string Describe(ValueForm form, FieldType type) =>
        form switch
        {
            ValueForm.Text => "text",
            ValueForm.Integer => string.Create(
                CultureInfo.InvariantCulture,
                $"a whole number from {type.Minimum} to {type.Maximum}"
            ),
            ValueForm.Number => "a number",
            ValueForm.Percent => "a percentage",
            ValueForm.Ratio => "a ratio",
            ValueForm.Size => "a size",
            ValueForm.Color => "a colour",
            ValueForm.Boolean => "`true` or `false`",
            ValueForm.Word => Words(type),
            ValueForm.Name => type.Target switch
            {
                NameTarget.Stage => "a stage",
                NameTarget.Reference => "a reference",
                NameTarget.Text => "a text of the picture",
                _ => "something in the picture",
            },
            ValueForm.Image => "the path of a picture",
            _ => throw new ArgumentOutOfRangeException(nameof(form), form, "not a form that stands alone"),
        };

    private static string Words(FieldType type) =>
        type.Words.SequenceEqual(LanguageSchema.Positions) ? "a position"
        : type.Words.SequenceEqual(LanguageSchema.ContentKinds) ? "a kind of content"
        : type.Words.SequenceEqual(LanguageSchema.ReferenceRoles) ? "a role"
        : string.Join(", ", type.Words.Select(w => $"`{w}`"));
}
