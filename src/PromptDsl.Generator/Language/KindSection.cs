using System.Text;
using PromptDsl.Schema;

namespace PromptDsl.Generator.Language;

/// <summary>The section of the reference about one kind of block.</summary>
internal static class KindSection
{
    public static void Append(StringBuilder text, KindSchema kind)
    {
        bool isFile = kind == LanguageSchema.File;
        text.Append(isFile ? "\n### The top of a file\n\n" : $"\n### {kind.Name}\n\n");
        text.Append(kind.Documentation).Append("\n\n");
        if (!isFile)
        {
            text.Append($"```text\n{kind.Example}\n```\n\n");
            text.Append($"- Stands in: {Owners(kind)}{(kind.IsRepeatable ? "; several" : "; once")}\n");
            text.Append($"- Name: {Describe(kind.NameRule)}\n");
            string type = kind.ValueRule == OperandRule.None ? "" : $" ({FieldTypeText.Describe(kind.ValueType)})";
            text.Append($"- Value: {Describe(kind.ValueRule)}{type}\n");
        }

        if (!kind.Children.IsEmpty)
        {
            text.Append($"- Blocks in it: {string.Join(", ", kind.Children.Select(Link))}\n");
        }

        AppendKeys(text, kind);
    }

    private static void AppendKeys(StringBuilder text, KindSchema kind)
    {
        if (kind.HasOpenKeys)
        {
            text.Append("\nThe keys are the parameters of the template.\n");
            return;
        }

        if (kind.Keys.IsEmpty)
        {
            return;
        }

        text.Append("\n| key | takes | what it says | example |\n| --- | --- | --- | --- |\n");
        bool hasRelations = false;
        foreach (KeySchema key in kind.Keys)
        {
            if (LanguageSchema.Relations.Contains(key.Name))
            {
                hasRelations = true;
                continue;
            }

            Row(text, key.Name, FieldTypeText.Describe(key.Type), key.Documentation, key.Example);
        }

        if (hasRelations)
        {
            KeySchema first = kind.FindKey(LanguageSchema.Relations[0])!;
            string type = FieldTypeText.Describe(first.Type);
            Row(text, "relations", type, "Where it is to something else; see above.", $"{first.Name}: {first.Example}");
        }
    }

    private static void Row(StringBuilder text, string key, string type, string documentation, string example) =>
        text.Append($"| `{key}` | {Cell(type)} | {Cell(documentation)} | `{Cell(example)}` |\n");

    private static string Cell(string content) => content.Replace("|", "\\|");

    private static string Owners(KindSchema kind) =>
        string.Join(
            ", ",
            LanguageSchema
                .Kinds.Where(k => k.Children.Contains(kind.Name))
                .Select(k => k == LanguageSchema.File ? "[the top of a file](#the-top-of-a-file)" : Link(k.Name))
        );

    private static string Link(string kind) => $"[{kind}](#{kind})";

    private static string Describe(OperandRule rule) =>
        rule switch
        {
            OperandRule.Required => "needed",
            OperandRule.Optional => "may be left out",
            _ => "none",
        };
}
