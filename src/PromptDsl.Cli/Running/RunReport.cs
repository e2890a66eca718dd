using System.Collections.Immutable;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Files;
using PromptDsl.Cli.Findings;
using PromptDsl.Cli.Terminal;
using PromptDsl.Diagnostics;
using PromptDsl.Planning;
using PromptDsl.Runtime.Artifacts;
using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Runs;
using PromptDsl.Runtime.Verification;
using PromptDsl.Targets.Prices;

namespace PromptDsl.Cli.Running;

/// <summary>Says at the end what became of a run: the pictures, what failed and where, and the money.</summary>
internal sealed class RunReport(CommandContext context, IReadOnlyList<CompiledSource> sources)
{
    // Enough to see which stages it is about.
    private const int NamedFailures = 5;

    /// <summary>Lists the pictures on standard output, a path a line.</summary>
    public void PrintPictures(RunResult result)
    {
        foreach (NodeResult node in result.Nodes)
        {
            foreach (Artifact picture in node.Pictures)
            {
                context.Host.Out.WriteLine(SafeText.Escape(context.DisplayPath(picture.Path)));
            }
        }

        context.Host.Out.Flush();
    }

    /// <summary>Shows each failure at the lines of the source that it concerns, and once what failed many stages.</summary>
    public void PrintFailures(RunResult result)
    {
        var frames = new FrameRenderer(context.Host.Error, context.ErrorPaint);
        foreach (IGrouping<object, RunFailure> same in result.Failures.GroupBy(CauseOf))
        {
            frames.Render(FrameOf([.. same]));
        }

        // A batch ends with it, and no stage of its own.
        if (result.StoppedBy is { } stopped && !result.Failures.Any())
        {
            context.Report(SafeText.Escape($"The run stopped: {stopped.Message}"));
        }
    }

    /// <summary>Says what could not be checked.</summary>
    public void PrintUnchecked(RunResult result)
    {
        IEnumerable<string> messages = result
            .Nodes.SelectMany(n => n.Pictures)
            .SelectMany(p => p.Checks)
            .Where(c => c.Status == CheckStatus.NotChecked)
            .Select(c => $"expect {c.Key}: {c.Sentence}")
            .Distinct(StringComparer.Ordinal);
        foreach (string message in messages)
        {
            context.Report(SafeText.Escape(message));
        }
    }

    /// <summary>Closes with one line, and with what to do next.</summary>
    public void Summarize(RunResult result, string stateFolder)
    {
        int pictures = result.Nodes.Sum(n => n.Pictures.Length);
        context.Report(Closing(result, $"{PlanText.Plural(pictures, "picture")}, {CostOf(result)}"));
        if (result.Status != RunStatus.Pending && result.PendingBatches is { IsEmpty: false } batches)
        {
            string names = SafeText.Escape(string.Join(", ", batches));
            context.Report(
                $"What was handed in goes on and is paid for: {names}. `promptc runs fetch {result.RunId}` collects it."
            );
        }

        if (pictures > 0)
        {
            string folder = context.DisplayPath(Path.Combine(stateFolder, "runs", result.RunId));
            context.Report($"Its records are in {folder}/; `promptc runs gallery` makes a page of them.");
        }
    }

    private static string Closing(RunResult result, string made)
    {
        string run = $"Run {result.RunId}";
        string resume = $"`promptc run --resume {result.RunId}` goes on.";
        return result.Status switch
        {
            RunStatus.Succeeded => $"{run}: {made}",
            RunStatus.Declined => "Nothing was sent.",
            RunStatus.Pending => $"{run} waits for its batches; `promptc runs fetch {result.RunId}` collects them.",
            RunStatus.QuotaExhausted =>
                $"{run} stopped, as the account has no money left: {made}, {Left(result)}. {resume}",
            RunStatus.Failed when result.StoppedBy is not null =>
                $"{run} stopped, as the key is not accepted: {made}, {Left(result)}. {resume}",
            RunStatus.Cancelled => $"{run} was interrupted: {made}, {Left(result)}. {resume}",
            _ => $"{run} failed: {made}, {Left(result)}. {NextAfter(result)}",
        };
    }

    private static string CostOf(RunResult result) =>
        result.Money.Spent is { Low: var low, IsKnown: false } && low == Money.Zero
            ? "what it cost is unknown"
            : $"{result.Money.Spent}";

    /// <summary>What helps after failures: the same picture fails the same expectation again, so another is needed.</summary>
    private static string NextAfter(RunResult result)
    {
        if (result.Failures.Any(f => f.Kind != RunFailureKind.Expectation))
        {
            return $"`promptc run --resume {result.RunId}` tries the rest again.";
        }

        string[] stages = [.. result.Failures.Select(f => f.Node.Stage).Distinct()];
        string from = stages is [{ Length: > 0 } stage] ? $"--from {stage} " : "";
        return $"`promptc run` with `{from}--no-cache` asks for another picture.";
    }

    private static string Left(RunResult result) =>
        PlanText.Plural(result.Nodes.Count(n => n.Status is not (NodeStatus.Made or NodeStatus.Reused)), "stage")
        + " left";

    /// <summary>What is the same for failures of one cause; what concerns lines of the source is a cause of its own.</summary>
    private static object CauseOf(RunFailure failure) =>
        failure.Places.IsEmpty ? (failure.Kind, failure.Message, failure.Help) : failure;

    private Frame FrameOf(ImmutableArray<RunFailure> same)
    {
        RunFailure failure = same[0];
        string heading = HeadingOf(failure);
        var notes = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        if (failure.Provider is { } provider)
        {
            notes.Add(new("answer", AnswerOf(provider, failure.Attempts)));
        }

        if (same.Length > 1)
        {
            notes.Add(new("also", NamesOf(same[1..])));
        }

        if (failure.Help is { } help)
        {
            notes.Add(new("help", help));
        }

        return new Frame(
            DiagnosticSeverity.Error,
            $"failed {failure.Node}",
            heading,
            [
                new FrameLabel(failure.Primary.Place, failure.Primary.Text, IsPrimary: true),
                .. failure.Places.Select(l => new FrameLabel(
                    l.Place,
                    l.Text == heading ? "" : l.Text,
                    IsPrimary: false
                )),
            ],
            notes.ToImmutable(),
            source =>
                sources.FirstOrDefault(s => s.Source.File.DisplayPath == failure.Node.File)?.Source.DisplayPath(source)
                ?? source.Path
        );
    }

    /// <summary>What the places say each is not said before.</summary>
    private static string HeadingOf(RunFailure failure) =>
        failure is { Kind: RunFailureKind.Expectation, Places.Length: > 1 and var failed }
            ? $"the picture fails {PlanText.Plural(failed, "expectation")}"
            : failure.Message;

    private static string NamesOf(ImmutableArray<RunFailure> failures)
    {
        string names = string.Join(", ", failures.Take(NamedFailures).Select(f => f.Node));
        int others = failures.Length - NamedFailures;
        return others > 0 ? $"{names} and {PlanText.Plural(others, "other")}" : names;
    }

    private static string AnswerOf(ProviderFailure failure, int attempts)
    {
        string said = RunWords.AnswerOf(failure.Status, failure.Code, failure.ModerationCategories, failure.RequestId);
        string sent = attempts > 1 ? $"; sent {attempts} times" : "";
        return (said.Length > 0 ? said : "none") + sent;
    }
}
