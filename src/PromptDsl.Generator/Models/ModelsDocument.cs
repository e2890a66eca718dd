using System.Globalization;
using System.Text;
using PromptDsl.Targets;

namespace PromptDsl.Generator.Models;

/// <summary>The catalog for people.</summary>
internal sealed class ModelsDocument(Lazy<ModelTable> models) : IGeneratedFile
{
    private static readonly string[] OverviewKeys =
    [
        "status",
        "shutdown",
        "replacements",
        "size",
        "qualities",
        "formats",
    ];

    public string Path => "docs/models.md";

    public string Render()
    {
        ModelTable table = models.Value;
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"""
            <!-- Written by PromptDsl.Generator from {ModelTableReader.Path}. Change that file and run the generator. -->

            # Image models

            What promptc knows about the image models, up to {Iso(
                table.AsOf
            )}. Every fact says where it was read and
            how far that can be relied on; what nobody was seen to state is unknown. A list holds what the
            source documents: "none" says that nothing is documented, not that the API was seen to refuse it.

            - **primary**: OpenAI's own text, current when it was read.
            - **primary-old**: OpenAI's own text, written for earlier models and not seen confirmed since.
            - **secondary**: somebody else's statement or measurement.
            - **derived**: arithmetic on other facts of this page.

            Without a model a file is compiled for {Default(table.DefaultModel)}

            In the Responses API the conversation is held by {Default(
                table.DefaultConversationModel
            )}

            ## Overview


            """
        );
        AppendOverview(text, table);
        foreach (ModelRow model in table.Models)
        {
            AppendModel(text, model);
        }

        text.Append("\n## Sources\n\n| source | text | read |\n| --- | --- | --- |\n");
        foreach (SourceRow source in table.Sources)
        {
            AppendRow(text, source.Id, source.Title, Iso(source.Read));
        }

        return text.ToString();
    }

    private static void AppendOverview(StringBuilder text, ModelTable table)
    {
        FactColumn[] columns = [.. FactColumns.All.Where(column => OverviewKeys.Contains(column.Key))];
        AppendRow(text, ["Model", .. columns.Select(column => column.Title)]);
        AppendRow(text, [.. Enumerable.Repeat("---", columns.Length + 1)]);
        foreach (ModelRow model in table.Models)
        {
            AppendRow(
                text,
                [
                    $"[{model.Id}](#{model.Id.Replace(".", "", StringComparison.Ordinal)})",
                    .. columns.Select(column => model.Facts.GetValueOrDefault(column.Key)?.Value.Text ?? "unknown"),
                ]
            );
        }
    }

    private static void AppendModel(StringBuilder text, ModelRow model)
    {
        text.Append(
            CultureInfo.InvariantCulture,
            $"\n## {model.Id}\n\n| Fact | Value | Source | Confidence |\n| --- | --- | --- | --- |\n"
        );
        foreach (FactColumn column in FactColumns.All)
        {
            if (model.Facts.TryGetValue(column.Key, out FactRow? fact))
            {
                AppendRow(text, column.Title, fact.Value.Text, fact.Source.Id, Word(fact.Confidence));
            }
            else
            {
                AppendRow(text, column.Title, "unknown", "", "");
            }
        }

        if (!model.Notes.IsEmpty)
        {
            text.Append('\n').AppendJoin('\n', model.Notes.Select(note => "- " + note)).Append('\n');
        }
    }

    private static void AppendRow(StringBuilder text, params ReadOnlySpan<string> cells)
    {
        text.Append('|');
        foreach (string cell in cells)
        {
            text.Append(' ').Append(cell.Replace("|", "\\|", StringComparison.Ordinal));
            text.Append(cell.Length == 0 ? "|" : " |");
        }

        text.Append('\n');
    }

    private static string Default(DefaultRow row) =>
        $"**{row.Fact.Value.Text}** ({row.Fact.Source.Id}, {Word(row.Fact.Confidence)}). {row.Because}";

    private static string Word(Confidence confidence) =>
        confidence == Confidence.PrimaryOld ? "primary-old" : confidence.ToString().ToLowerInvariant();

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
