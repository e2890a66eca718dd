using System.Collections.Immutable;
using PromptDsl.Compilation.Documents;
using PromptDsl.Compilation.Phrasing;

namespace PromptDsl.Compilation.Dialects;

/// <summary>Short paragraphs, one idea each, with a blank line between them.</summary>
public sealed class ProseDialect : IPromptDialect
{
    public string Name => "prose";

    public CompiledPrompt Render(PromptDocument document)
    {
        var writer = new PromptWriter();
        Write(writer, document);
        return writer.ToPrompt();
    }

    /// <summary>Writes a document in prose.</summary>
    internal static void Write(PieceWriter writer, PromptDocument document)
    {
        foreach (PromptSection section in document.Sections)
        {
            writer.Break("\n\n");
            Write(writer, section);
        }
    }

    /// <summary>Writes a section in prose.</summary>
    internal static void Write(PieceWriter writer, PromptSection section)
    {
        switch (section.Kind)
        {
            case PromptSectionKind.Images or PromptSectionKind.Callouts:
                WriteLead(writer, section, "\n");
                WriteEach(writer, section.Items, "\n");
                break;
            case PromptSectionKind.Scene or PromptSectionKind.Style or PromptSectionKind.StyleReminder:
                WriteLead(writer, section, " ");
                WriteRunning(writer, section.Items);
                break;
            case PromptSectionKind.Intent or PromptSectionKind.Subject:
                WriteByBlock(writer, section.Items);
                break;
            default:
                WriteEach(writer, section.Items, "\n\n");
                break;
        }
    }

    /// <summary>Writes an item in prose, with the lines below it.</summary>
    internal static void Write(PieceWriter writer, PromptItem item)
    {
        if (item.IsGroup)
        {
            WriteEach(writer, item.Items, "\n\n");
            return;
        }

        if (item.Lines.IsEmpty)
        {
            writer.WriteItem(item);
            return;
        }

        bool isFirst = true;
        foreach (PromptLine line in item.Lines)
        {
            if (!isFirst)
            {
                writer.Break("\n");
            }

            WriteLine(writer, line, line.Depth);
            isFirst = false;
        }
    }

    /// <summary>Writes a line as an entry of a list of some depth.</summary>
    internal static void WriteLine(PieceWriter writer, PromptLine line, int depth)
    {
        if (depth > 0)
        {
            string bullet = depth == 1 ? "- " : string.Concat(new string(' ', (depth - 1) * 2), "- ");
            writer.Say(bullet, line.Phrase.Pieces[0].Source);
        }

        writer.Write(line.Phrase);
    }

    private static void WriteLead(PieceWriter writer, PromptSection section, string after)
    {
        if (section.Lead is not null)
        {
            writer.Write(section.Lead);
            writer.Break(after);
        }
    }

    private static void WriteEach(PieceWriter writer, ImmutableArray<PromptItem> items, string between)
    {
        bool isFirst = true;
        foreach (PromptItem item in items)
        {
            if (!isFirst)
            {
                writer.Break(between);
            }

            Write(writer, item);
            isFirst = false;
        }
    }

    private static void WriteRunning(PieceWriter writer, ImmutableArray<PromptItem> items)
    {
        bool isFirst = true;
        foreach (PromptItem item in items)
        {
            if (!isFirst)
            {
                writer.NextSentence(item.Place);
            }

            writer.WriteItem(item);
            isFirst = false;
        }
    }

    // A block with several fields is a paragraph of its own.
    private static void WriteByBlock(PieceWriter writer, ImmutableArray<PromptItem> items)
    {
        string? block = null;
        foreach (PromptItem item in items)
        {
            if (block is not null && block == item.Block)
            {
                writer.NextSentence(item.Place);
            }
            else if (block is not null)
            {
                writer.Break("\n\n");
            }

            writer.WriteItem(item);
            block = item.Block;
        }
    }
}
