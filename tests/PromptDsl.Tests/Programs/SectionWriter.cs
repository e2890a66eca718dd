using PromptDsl.Schema;

namespace PromptDsl.Tests.Programs;

/// <summary>Writes sections with the keys of the schema.</summary>
internal sealed class SectionWriter(ValueWriter values)
{
    /// <summary>A block of a kind with some of its keys; null when it has none.</summary>
    public string? Block(string kind, ICollection<Marker> said)
    {
        KindSchema schema = LanguageSchema.FindKind(kind)!;
        string value = schema.ValueRule != OperandRule.None && values.Chance(80) ? values.Text(said) : "";
        string[] fields = [.. schema.Keys.Where(_ => values.Chance(40)).Select(k => Property(k, said))];
        return fields.Length == 0 && value.Length == 0 ? null : $"{kind} {value} {{\n{string.Join('\n', fields)}\n}}";
    }

    /// <summary>A style with some of the keys, and with mixes.</summary>
    public string? Style(ICollection<Marker> said, Func<string, bool> keys)
    {
        KindSchema schema = LanguageSchema.FindKind("style")!;
        List<string> fields =
        [
            .. schema.Keys.Where(k => keys(k.Name) && values.Chance(30)).Select(k => Property(k, said)),
        ];
        if (keys("mix") && values.Chance(30))
        {
            fields.Add($"mix {values.Text(said)} {{ weight: 60% }}");
            fields.Add($"mix {values.Text(said)} {{ weight: 40% }}");
        }

        return fields.Count == 0 ? null : $"style {{\n{string.Join('\n', fields)}\n}}";
    }

    public string Property(KeySchema key, ICollection<Marker> said) => $"{key.Name}: {values.Value(key.Type, said)}";

    /// <summary>A key of the file, some of the time.</summary>
    public string? FileProperty(string key, ICollection<Marker> said) =>
        values.Chance(50) ? Property(LanguageSchema.File.FindKey(key)!, said) : null;
}
