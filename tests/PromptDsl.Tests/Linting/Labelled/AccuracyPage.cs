using System.Globalization;
using System.Text;
using PromptDsl.Diagnostics;

namespace PromptDsl.Tests.Linting.Labelled;

/// <summary>Writes <c>docs/accuracy.md</c>.</summary>
internal static class AccuracyPage
{
    private const string Head = """
        <!-- Written by PromptDsl.Tests. After a change to the rules, their words or the labels: UPDATE_GOLDEN=1. -->

        # How often the rules are right

        Small files in English and Korean, judged by reading: a defect is there, or it only looks as if it were. Some
        negate it, quote it, mix it on purpose, or say it of another object, region or stage. The labels were given
        without looking at how the rules work. All rules run over every file:

        - **precision** is the share of what a rule reports that is really there. What it reports in files about other
          rules counts against it too.
        - **recall** is the share of the files with the defect in which the rule reports it.

        The first set helped to improve the rules, so its numbers flatter them. The second was written later, in other
        voices: terse, long-winded, technical, colloquial. Before anything was changed for it, warnings and errors had
        a precision of 0.965 and a recall of 0.965 there; the three false alarms were second defects
        that the labels had overlooked. The third is for rules of which the first had few files, most of them hints;
        before anything was changed for it, all rules had a precision of 0.862 and a recall of 0.903 there, warnings and
        errors one of 0.917 and 0.957, and one false alarm was a defect that the labels had overlooked.

        The files are in [tests/PromptDsl.Tests/Linting/Labelled](../tests/PromptDsl.Tests/Linting/Labelled). How often
        the rules fire on prompts of other people is in [false-alarms.md](false-alarms.md).


        """;

    public static string Write(Scores first, Scores second, Scores third)
    {
        var page = new StringBuilder(Head);
        WriteTable(page, "First set", first);
        page.Append('\n');
        WriteTable(page, "Second set", second);
        page.Append('\n');
        WriteTable(page, "Third set", third);
        return page.ToString();
    }

    private static void WriteTable(StringBuilder page, string title, Scores scores)
    {
        page.Append(CultureInfo.InvariantCulture, $"## {title}\n\n");
        page.Append("| rule | severity | files | found | missed | false alarms | precision | recall |\n");
        page.Append("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        foreach ((DiagnosticDescriptor rule, Score score) in scores.Rules)
        {
            string severity = rule.Severity.ToString().ToLowerInvariant();
            WriteRow(page, $"[{rule.Code}](rules/{rule.Code}.md) {rule.Name} | {severity}", score);
        }

        WriteRow(page, "**warnings and errors** | ", scores.Total(r => r.Severity >= DiagnosticSeverity.Warning));
        WriteRow(page, "**all** | ", scores.Total(_ => true));
    }

    private static void WriteRow(StringBuilder page, string head, Score score) =>
        page.Append(
            CultureInfo.InvariantCulture,
            $"| {head} | {score.Files} | {score.Found} | {score.Missed} | {score.FalseAlarms} | {Text(score.Precision)} | {Text(score.Recall)} |\n"
        );

    private static string Text(double share) => share.ToString("0.000", CultureInfo.InvariantCulture);
}
