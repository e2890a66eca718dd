using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PromptDsl.Diagnostics;

namespace PromptDsl.FalseAlarms;

/// <summary>The page with the tables.</summary>
internal static class Report
{
    /// <summary>The groups that say that a prompt is wrong, not that it lacks something.</summary>
    private static readonly ImmutableArray<string> Groups = ["IMG31", "IMG32", "IMG33", "IMG34", "IMG36"];

    public static string Write(
        ImmutableArray<PromptCollection> collections,
        IEnumerable<(Reading Reading, List<Hit> Hits)> readings
    )
    {
        var text = new StringBuilder(
            """
            <!-- Written by bench/PromptDsl.FalseAlarms. Run it again after a change to the rules or their words. -->

            # How often the rules fire

            Prompts that other people published, most of them as successes, given to the linter. A rule that says what is wrong
            should rarely find anything here; what it finds should be there. The collections are not part of this repository.

            ```console
            $ dotnet run -c Release --project bench/PromptDsl.FalseAlarms -- FOLDER
            ```

            `--hits IMG3102` lists what a rule finds, with the prompts.


            """
        );
        text.Append("| collection | prompts |\n| --- | ---: |\n");
        foreach (PromptCollection collection in collections)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {collection.Name} | {collection.Prompts.Length} |\n");
        }

        foreach ((Reading reading, List<Hit> hits) in readings)
        {
            AppendTable(text, collections, reading, hits);
        }

        return text.ToString();
    }

    private static void AppendTable(
        StringBuilder text,
        ImmutableArray<PromptCollection> collections,
        Reading reading,
        List<Hit> hits
    )
    {
        text.Append(CultureInfo.InvariantCulture, $"\n## Read {reading.Title}\n\n| rule | severity |");
        foreach (PromptCollection collection in collections)
        {
            text.Append(CultureInfo.InvariantCulture, $" {Short(collection.Name)} |");
        }

        text.Append(" all |\n| --- | --- |");
        text.Insert(text.Length, " ---: |", collections.Length + 1).Append('\n');
        int prompts = collections.Sum(c => c.Prompts.Length);
        foreach (
            IGrouping<DiagnosticDescriptor, Hit> rule in hits.Where(h => Groups.Contains(h.Finding.Code[..5]))
                .GroupBy(h => h.Finding.Descriptor)
                .OrderBy(g => g.Key.Code, StringComparer.Ordinal)
        )
        {
            // A rule that finds three things in a prompt has found one prompt.
            int Prompts(string? name) =>
                rule.Where(h => name is null || h.Collection == name)
                    .Select(h => (h.Collection, h.Number))
                    .Distinct()
                    .Count();
            text.Append(
                CultureInfo.InvariantCulture,
                $"| [{rule.Key.Code}](rules/{rule.Key.Code}.md) {rule.Key.Name} | {rule.Key.Severity.ToString().ToLowerInvariant()} |"
            );
            foreach (PromptCollection collection in collections)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $" {Cell(Prompts(collection.Name), collection.Prompts.Length)} |"
                );
            }

            text.Append(CultureInfo.InvariantCulture, $" {Cell(Prompts(null), prompts)} |\n");
        }
    }

    private static string Cell(int hits, int prompts) =>
        hits == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{hits} ({100.0 * hits / prompts:0.0} %)");

    private static string Short(string name) =>
        Path.GetFileNameWithoutExtension(name).Replace("_val", "", StringComparison.Ordinal);
}
