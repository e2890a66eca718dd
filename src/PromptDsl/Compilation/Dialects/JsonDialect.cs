using System.Collections.Immutable;
using System.Globalization;
using PromptDsl.Compilation.Documents;
using PromptDsl.Text;

namespace PromptDsl.Compilation.Dialects;

/// <summary>One indented JSON object, with the keys of the schema.</summary>
public sealed class JsonDialect : IPromptDialect
{
    public string Name => "json";

    public CompiledPrompt Render(PromptDocument document)
    {
        var json = new JsonPromptWriter();
        json.Open('{', document.Place);
        foreach (PromptSection section in document.Sections)
        {
            Write(json, section);
        }

        json.Close('}', document.Place);
        return json.ToPrompt();
    }

    // A section that is one statement is its value; the others are objects, however little they hold.
    private static void Write(JsonPromptWriter json, PromptSection section)
    {
        PromptItem first = section.Items[0];
        json.Key(KeyOf(section.Key), first.Place);
        if (section.IsList)
        {
            WriteArray(json, section.Items, first.Place);
        }
        else if (
            section.Kind
            is PromptSectionKind.Prompt
                or PromptSectionKind.Change
                or PromptSectionKind.Keep
                or PromptSectionKind.Negatives
        )
        {
            WriteValue(json, first);
        }
        else
        {
            WriteObject(json, section.Items, first.Place);
        }
    }

    private static void WriteValue(JsonPromptWriter json, PromptItem item)
    {
        if (!item.Items.IsEmpty)
        {
            if (item.IsList)
            {
                WriteArray(json, item.Items, item.Place);
            }
            else
            {
                WriteObject(json, item.Items, item.Place);
            }
        }
        else if (item.IsList)
        {
            json.Open('[', item.Place);
            foreach (PromptPhrase value in item.Values)
            {
                json.Entry(item.Place);
                json.Value(value, item.Place);
            }

            json.Close(']', item.Place);
        }
        else
        {
            json.Value(item.Values is [{ } only, ..] ? only : item.Lines[0].Phrase, item.Place);
        }
    }

    private static void WriteArray(JsonPromptWriter json, ImmutableArray<PromptItem> items, SourceSpan place)
    {
        json.Open('[', place);
        foreach (PromptItem item in items)
        {
            json.Entry(item.Place);
            WriteValue(json, item);
        }

        json.Close(']', place);
    }

    private static void WriteObject(JsonPromptWriter json, ImmutableArray<PromptItem> items, SourceSpan place)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        json.Open('{', place);
        foreach (PromptItem item in items)
        {
            string key = KeyOf(item.Key);
            string unique = keys.Contains(key) ? $"{item.Block}-{key}" : key;
            for (int i = 2; !keys.Add(unique); i++)
            {
                unique = string.Concat(item.Block, "-", key, "-", i.ToString(CultureInfo.InvariantCulture));
            }

            json.Key(unique, item.Place);
            WriteValue(json, item);
        }

        json.Close('}', place);
    }

    private static string KeyOf(string key) => key == "negatives" ? "avoid" : key;
}
