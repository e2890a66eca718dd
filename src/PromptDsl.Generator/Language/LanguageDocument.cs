using System.Text;
using PromptDsl.Schema;

namespace PromptDsl.Generator.Language;

/// <summary>The reference of the language: a part written by hand, and the table of kinds and keys.</summary>
internal sealed class LanguageDocument : IGeneratedFile
{
    private const string Template = "src/PromptDsl.Generator/Templates/language.md";

    public string Path => "docs/language.md";

    public string Render() =>
        $"<!-- Written by PromptDsl.Generator from {Template} and LanguageSchema. Change those and run the generator. -->\n\n"
        + ReadTemplate()
            .Replace("{{parameter-types}}", Words(LanguageSchema.ParameterTypes))
            .Replace("{{positions}}", Words(LanguageSchema.Positions))
            .Replace("{{relations}}", Words(LanguageSchema.Relations))
            .Replace("{{roles}}", Words(LanguageSchema.ReferenceRoles))
            .Replace("{{content-kinds}}", Words(LanguageSchema.ContentKinds))
            .Replace("{{kinds}}\n", Kinds());

    private static string ReadTemplate()
    {
        using Stream stream = typeof(LanguageDocument).Assembly.GetManifestResourceStream("language.md")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static string Words(IEnumerable<string> words) => string.Join(", ", words.Select(w => $"`{w}`"));

    private static string Kinds()
    {
        var text = new StringBuilder("## Kinds and keys\n");
        foreach (KindSchema kind in LanguageSchema.Kinds)
        {
            KindSection.Append(text, kind);
        }

        return text.ToString();
    }
}
