using System.Globalization;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Terminal;
using PromptDsl.Planning;
using PromptDsl.Targets;
using PromptDsl.Text;

namespace PromptDsl.Cli.Output;

/// <summary>Prints a plan for people: each file as a tree of stages, what changed, and the total.</summary>
internal sealed class PlanPrinter(CommandContext context)
{
    private const string Indent = "  ";

    private readonly TextWriter _output = context.Host.Out;
    private readonly Paint _paint = context.OutPaint;

    /// <summary>Prints a plan, what is different from an earlier one, and what the cache has of it.</summary>
    public void Print(RequestPlan plan, PlanComparison? comparison, string? cached)
    {
        foreach (PlanFile file in plan.Files)
        {
            PrintFile(file);
        }

        if (comparison is not null)
        {
            PrintComparison(plan, comparison);
        }

        _output.WriteLine(
            _paint.Bold(
                $"Total: {PlanText.Plural(plan.Requests, "request")}, {PlanText.Plural(plan.Pictures, "picture")}, {plan.Price}"
            )
        );
        if (cached is not null)
        {
            _output.WriteLine(cached);
        }

        PrintList("Based on", PlanText.BasisOf(plan));
        PrintList("Not known", PlanText.UnknownOf(plan).Select(u => $"{u.Key} ({PlanText.Plural(u.Value, "stage")})"));
        PrintList($"Prices as of {Date(plan.PricesAsOf)}, read in", plan.Sources.Select(Describe));
    }

    private void PrintFile(PlanFile file)
    {
        // One picture of one stage has its price beside it already.
        bool isOne = file.Builds is [{ Stages.Length: 1 }];
        _output.WriteLine(_paint.Bold(SafeText.Escape(file.Path)) + (isOne ? "" : _paint.Dim($"  {file.Price}")));
        foreach (PlanBuild build in file.Builds)
        {
            if (build.Name.Length > 0)
            {
                _output.WriteLine($"{Indent}{SafeText.Escape(build.Name)}");
            }

            PrintStages(build, build.Name.Length > 0 ? Indent + Indent : Indent);
        }

        _output.WriteLine();
    }

    private void PrintStages(PlanBuild build, string indent)
    {
        IReadOnlyList<StageTree.Line> lines = StageTree.Of(build);
        string[][] rows = [.. lines.Select(l => Cells(indent, l))];
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(i => rows.Max(r => DisplayWidth.Of(r[i])))];
        foreach ((StageTree.Line line, string[] cells) in lines.Zip(rows))
        {
            IEnumerable<string> padded = cells.Select((c, i) => c + new string(' ', widths[i] - DisplayWidth.Of(c)));
            _output.WriteLine($"{string.Join("  ", padded)}  {_paint.Green(line.Stage.Price.ToString())}");
            foreach (string note in NotesOf(line))
            {
                _output.WriteLine(_paint.Dim($"{indent}{line.Continuation}{SafeText.Escape(note)}"));
            }
        }
    }

    private static string[] Cells(string indent, StageTree.Line line)
    {
        PlanStage stage = line.Stage;
        return
        [
            indent + line.Prefix + (stage.Name.Length > 0 ? SafeText.Escape(stage.Name) : PlanText.ActionOf(stage)),
            SafeText.Escape(stage.Request.Model),
            PlanText.SizeOf(stage.Request),
            PlanText.QualityOf(stage.Request),
            PlanText.Plural(stage.Pictures, "picture")
                + (stage.Requests > 1 ? $" in {PlanText.Plural(stage.Requests, "request")}" : ""),
        ];
    }

    /// <summary>What the stage reads beside the picture that its arrow comes from.</summary>
    private static IEnumerable<string> NotesOf(StageTree.Line line)
    {
        PlanRequest request = line.Stage.Request;
        string[] inputs =
        [
            .. request.Inputs.Where(i => i.Stage is null || i.Stage != line.Parent).Select(i => i.ToString()),
        ];
        if (inputs.Length > 0)
        {
            yield return $"reads {string.Join(", ", inputs)}";
        }

        if (request.Mask is { } mask)
        {
            yield return $"inside the mask {mask}";
        }

        if (request.PreviousResponse is { } previous)
        {
            yield return $"continues the conversation of {previous}";
        }

        if (request.PartialImages > 0)
        {
            yield return $"streams {PlanText.Plural(request.PartialImages, "partial image")}";
        }
    }

    private void PrintComparison(RequestPlan plan, PlanComparison comparison)
    {
        _output.WriteLine(
            $"{_paint.Bold($"Difference: {comparison.Difference}")}  {_paint.Dim(comparison.CountChanges())}"
        );
        if (comparison.PricesAsOfBefore != plan.PricesAsOf)
        {
            _output.WriteLine($"{Indent}The earlier plan has prices as of {Date(comparison.PricesAsOfBefore)}.");
        }

        foreach (PlanChange change in comparison.Changes)
        {
            string mark = change.Kind switch
            {
                PlanChangeKind.Added => _paint.Green("+"),
                PlanChangeKind.Removed => _paint.Red("-"),
                _ => _paint.Cyan("~"),
            };
            string what = change.Kind == PlanChangeKind.Changed ? $": {change.Describe()}" : "";
            _output.WriteLine(
                $"{Indent}{mark} {SafeText.Escape(change.Request + what)}  {_paint.Dim(change.Difference.ToString())}"
            );
        }

        _output.WriteLine();
    }

    private void PrintList(string title, IEnumerable<string> items)
    {
        string[] all = [.. items];
        if (all.Length == 0)
        {
            return;
        }

        _output.WriteLine();
        _output.WriteLine($"{title}:");
        foreach (string item in all)
        {
            _output.WriteLine($"{Indent}- {SafeText.Escape(item)}");
        }
    }

    private static string Describe(FactSource source) =>
        source.Read is { } day ? $"{source.Title} ({source.Id}, {Date(day)})" : $"{source.Title} ({source.Id})";

    private static string Date(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);
}
