using System.Collections.Immutable;
using PromptDsl.Compilation.Documents;

namespace PromptDsl.Compilation.Dialects;

/// <summary>A document as a template sees it.</summary>
internal sealed class TemplateContext
{
    private readonly TemplateBudget _budget = new();

    public PieceTokens Tokens { get; } = new();

    public Dictionary<string, object> Of(PromptDocument document)
    {
        var context = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["stage"] = document.Stage,
            ["locale"] = document.Locale,
            ["isEdit"] = document.IsEdit,
            ["prose"] = Write(writer => ProseDialect.Write(writer, document)),
        };
        var sections = new List<object>();
        foreach (PromptSection section in document.Sections)
        {
            Dictionary<string, object> entry = Section(section);
            sections.Add(entry);
            context[section.Key] = entry;
        }

        context["sections"] = new TemplateList(sections, _budget);
        return context;
    }

    private Dictionary<string, object> Section(PromptSection section) =>
        new(StringComparer.Ordinal)
        {
            ["key"] = section.Key,
            ["label"] = section.Label,
            ["text"] = Write(writer => ProseDialect.Write(writer, section)),
            ["items"] = Items(section.Items),
        };

    private Dictionary<string, object> Item(PromptItem item)
    {
        var entry = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (PromptItem field in item.IsList ? [] : item.Items)
        {
            entry[field.Key] = Item(field);
        }

        entry["key"] = item.Key;
        entry["block"] = item.Block;
        entry["label"] = item.Label;
        entry["text"] = Write(writer => ProseDialect.Write(writer, item));
        entry["value"] = Write(writer => writer.WriteList(item.Values, item.Place));
        entry["values"] = new TemplateList(
            [.. item.Values.Select(v => (object)Write(writer => writer.Write(v)))],
            _budget
        );
        entry["items"] = Items(item.Items);
        return entry;
    }

    private TemplateList Items(ImmutableArray<PromptItem> items) => new([.. items.Select(Item)], _budget);

    private string Write(Action<TokenWriter> write)
    {
        var writer = new TokenWriter(Tokens);
        write(writer);
        return writer.ToString();
    }
}
