using System.Collections.Immutable;
using PromptDsl.Compilation.Documents;

namespace PromptDsl.Compilation.Dialects;

/// <summary>A line with a label for each section, or a label with a short list below it.</summary>
public sealed class LabeledDialect : IPromptDialect
{
    public string Name => "labeled";

    public CompiledPrompt Render(PromptDocument document)
    {
        var writer = new PromptWriter();
        foreach (PromptSection section in document.Sections)
        {
            writer.Break("\n\n");
            Write(writer, section);
        }

        return writer.ToPrompt();
    }

    private static void Write(PromptWriter writer, PromptSection section)
    {
        if (section.Kind == PromptSectionKind.Prompt)
        {
            ProseDialect.Write(writer, section);
            return;
        }

        PromptItem first = section.Items[0];
        ImmutableArray<PromptItem> rest = section.Items;
        bool isSimple = first.Lines.IsEmpty && first.Items.IsEmpty;
        if (isSimple && (first.Label == section.Label || section.Items.Length == 1))
        {
            WriteField(writer, first);
            rest = section.Items.RemoveAt(0);
        }
        else
        {
            writer.Say(section.Label, first.Place);
            writer.Say(":", first.Place);
        }

        foreach (PromptItem item in rest)
        {
            WriteEntry(writer, item, section);
        }
    }

    private static void WriteEntry(PromptWriter writer, PromptItem item, PromptSection section)
    {
        if (item.IsGroup)
        {
            foreach (PromptItem entry in item.Items)
            {
                WriteEntry(writer, entry, section);
            }

            return;
        }

        if (item.Lines.IsEmpty)
        {
            writer.Break("\n");
            writer.Say("- ", item.Place);
            WriteField(writer, item);
            return;
        }

        // The head of what an edit changes is the label of the section.
        bool isHead = section.Kind == PromptSectionKind.Change;
        int least = item.Lines[0].Depth;
        foreach (PromptLine line in isHead ? item.Lines.RemoveAt(0) : item.Lines)
        {
            writer.Break("\n");
            ProseDialect.WriteLine(writer, line, line.Depth - least + (isHead ? 0 : 1));
        }
    }

    private static void WriteField(PromptWriter writer, PromptItem item)
    {
        writer.Say(item.Label, item.Place);
        writer.Say(": ", item.Place);
        writer.WriteList(item.Values, item.Place);
    }
}
