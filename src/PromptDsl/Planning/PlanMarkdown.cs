using System.Globalization;
using System.Text;
using PromptDsl.Targets;

namespace PromptDsl.Planning;

/// <summary>A plan as Markdown for a comment on a pull request: what matters first, the rest folded.</summary>
public static class PlanMarkdown
{
    /// <summary>Writes a plan, and what is different from an earlier one; the same plan gives the same bytes.</summary>
    public static string Write(RequestPlan plan, PlanComparison? comparison = null)
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"### promptc plan: {PlanText.Plural(plan.Pictures, "picture")}, {plan.Price}\n\n"
        );
        if (comparison is not null)
        {
            WriteComparison(text, plan, comparison);
        }

        WriteRow(text, "file", "requests", "pictures", "price");
        WriteRow(text, "---", "--:", "--:", "---");
        foreach (PlanFile file in plan.Files)
        {
            WriteRow(text, Code(file.Path), Number(file.Requests), Number(file.Pictures), $"{file.Price}");
        }

        WriteRow(text, "**all**", Number(plan.Requests), Number(plan.Pictures), $"**{plan.Price}**");
        WriteDetails(text, plan);
        WriteBasis(text, plan);
        return text.ToString();
    }

    private static void WriteComparison(StringBuilder text, RequestPlan plan, PlanComparison comparison)
    {
        text.Append(
            CultureInfo.InvariantCulture,
            $"Difference: **{comparison.Difference}** (before: {comparison.PriceBefore}); stages: {comparison.CountChanges()}.\n"
        );
        if (comparison.PricesAsOfBefore != plan.PricesAsOf)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"The earlier plan has prices as of {comparison.PricesAsOfBefore:yyyy-MM-dd}.\n"
            );
        }

        text.Append('\n');
        if (comparison.Changes.IsEmpty)
        {
            return;
        }

        WriteRow(text, "request", "what", "price");
        WriteRow(text, "---", "---", "---");
        foreach (PlanChange change in comparison.Changes)
        {
            WriteRow(text, Code(change.Request.ToString()), Escape(change.Describe()), $"{change.Difference}");
        }

        text.Append('\n');
    }

    private static void WriteDetails(StringBuilder text, RequestPlan plan)
    {
        text.Append("\n<details><summary>Requests</summary>\n\n");
        WriteRow(text, "request", "does", "after", "model", "size", "quality", "pictures", "price");
        WriteRow(text, "---", "---", "---", "---", "---", "---", "--:", "---");
        foreach ((PlanKey key, PlanStage stage) in PlanKey.AllOf(plan))
        {
            PlanRequest request = stage.Request;
            WriteRow(
                text,
                Code(key.ToString()),
                PlanText.ActionOf(stage),
                string.Join(", ", stage.DependsOn.Select(Code)),
                Code(request.Model),
                request.Size ?? "auto",
                request.Quality ?? "auto",
                Number(stage.Pictures),
                $"{stage.Price}"
            );
        }

        text.Append("\n</details>\n");
    }

    private static void WriteBasis(StringBuilder text, RequestPlan plan)
    {
        text.Append("\n<details><summary>What the prices come from, and what is not known</summary>\n\n");
        foreach (string basis in PlanText.BasisOf(plan))
        {
            text.Append(CultureInfo.InvariantCulture, $"- {Escape(basis)}\n");
        }

        foreach ((string reason, int stages) in PlanText.UnknownOf(plan))
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"- not known: {Escape(reason)} ({PlanText.Plural(stages, "stage")})\n"
            );
        }

        text.Append(CultureInfo.InvariantCulture, $"\nPrices as of {plan.PricesAsOf:yyyy-MM-dd}.");
        foreach (FactSource source in plan.Sources)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $" {source.Id}: {Escape(source.Title)}{(source.Read is { } day ? $", read {day:yyyy-MM-dd}" : "")}."
            );
        }

        text.Append("\n\n</details>\n");
    }

    private static void WriteRow(StringBuilder text, params ReadOnlySpan<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells!).Append(" |\n");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Code(string name) => $"`{OneLine(name).Replace('`', '\'')}`";

    private static string Escape(string text) => OneLine(text).Replace("<", "&lt;", StringComparison.Ordinal);

    /// <summary>Keeps text from ending its cell.</summary>
    private static string OneLine(string text) =>
        text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);
}
