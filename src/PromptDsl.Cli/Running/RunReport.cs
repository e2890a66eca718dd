using System.Collections.Immutable;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Files;
using PromptDsl.Cli.Findings;
using PromptDsl.Cli.Terminal;
using PromptDsl.Diagnostics;
using PromptDsl.Planning;
using PromptDsl.Runtime.Artifacts;
using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Verification;

namespace PromptDsl.Cli.Running;

/// <summary>Says at the end what became of a run: the pictures, what failed and where, and the money.</summary>
internal sealed class RunReport(CommandContext context, IReadOnlyList<CompiledSource> sources)
{
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

    /// <summary>Shows each failure at the lines of the source that it concerns.</summary>
    public void PrintFailures(RunResult result)
    {
        var frames = new FrameRenderer(context.Host.Error, context.ErrorPaint);
        foreach (RunFailure failure in result.Failures)
        {
            frames.Render(FrameOf(failure));
        }

        // A batch ends with it, and no stage of its own.
        if (result.StoppedBy is { } stopped && !result.Failures.Any())
        {
            context.Report(SafeText.Escape(stopped.Message));
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
        string what = $"{PlanText.Plural(pictures, "picture")}, {result.Money.Spent}";
        string last = result.Status switch
        {
            RunStatus.Succeeded => $"Run {result.RunId}: {what}",
            RunStatus.Declined => "Nothing was sent.",
            RunStatus.Pending =>
                $"Run {result.RunId} waits for its batches; `promptc runs fetch {result.RunId}` collects them.",
            RunStatus.QuotaExhausted =>
                $"Run {result.RunId} stopped, as the account has no money left: {what}, {Left(result)}. `promptc run --resume {result.RunId}` goes on.",
            RunStatus.Cancelled =>
                $"Run {result.RunId} was interrupted: {what}, {Left(result)}. `promptc run --resume {result.RunId}` goes on.",
            _ =>
                $"Run {result.RunId} failed: {what}, {Left(result)}. `promptc run --resume {result.RunId}` tries the rest again.",
        };
        context.Report(last);
        if (pictures > 0)
        {
            context.Report(
                $"Its records are in {context.DisplayPath(Path.Combine(stateFolder, "runs", result.RunId))}/; `promptc runs gallery` makes a page of them."
            );
        }
    }

    private static string Left(RunResult result) =>
        PlanText.Plural(result.Nodes.Count(n => n.Status is not (NodeStatus.Made or NodeStatus.Reused)), "stage")
        + " left";

    private Frame FrameOf(RunFailure failure)
    {
        var notes = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        if (failure.Provider is { } provider)
        {
            notes.Add(new("answer", AnswerOf(provider)));
        }

        if (failure.Help is { } help)
        {
            notes.Add(new("help", help));
        }

        return new Frame(
            DiagnosticSeverity.Error,
            $"failed {failure.Node}",
            failure.Message,
            [
                new FrameLabel(failure.Primary.Place, failure.Primary.Text, IsPrimary: true),
                .. failure.Places.Select(l => new FrameLabel(l.Place, l.Text, IsPrimary: false)),
            ],
            notes.ToImmutable(),
            source =>
                sources.FirstOrDefault(s => s.Source.File.DisplayPath == failure.Node.File)?.Source.DisplayPath(source)
                ?? source.Path
        );
    }

    private static string AnswerOf(Runtime.Providers.ProviderFailure failure)
    {
        IEnumerable<string?> parts =
        [
            failure.Status is { } status ? $"HTTP {status}" : null,
            failure.Code,
            failure.ModerationCategories.IsEmpty ? null : string.Join(", ", failure.ModerationCategories),
            failure.RequestId is { } id ? $"request {id}" : null,
        ];
        string said = string.Join(", ", parts.OfType<string>());
        return said.Length > 0 ? said : "none";
    }
}
