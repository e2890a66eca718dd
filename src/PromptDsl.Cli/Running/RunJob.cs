using System.Collections.Immutable;
using System.Globalization;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Configuration;
using PromptDsl.Cli.Files;
using PromptDsl.Cli.Findings;
using PromptDsl.Cli.Output;
using PromptDsl.Runtime.Caching;
using PromptDsl.Runtime.Execution;
using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Sketch;
using PromptDsl.Runtime.Verification;
using PromptDsl.Runtime.Verification.Reading;

namespace PromptDsl.Cli.Running;

/// <summary>One call of <c>run</c>: compiles, checks, runs, reports.</summary>
internal sealed class RunJob(
    CommandContext context,
    RunSettings settings,
    FindingSettings findings,
    ImmutableDictionary<string, string> notes
)
{
    private readonly RunFolders _folders = new(context);

    /// <summary>Runs the files.</summary>
    /// <returns>The exit code.</returns>
    public int Run(List<SourceFile> files, CompileSettings compile)
    {
        var compiler = new SourceCompiler(context, compile);
        compiler.Compile(files);
        IImageProvider provider = ProviderChoice.Choose(settings, context);
        using var owned = provider as IDisposable;
        if (!Check(compiler, provider))
        {
            context.Report("Nothing was sent.");
            return findings.FailureCode;
        }

        List<CompiledSource> sources = compiler.Sources.FindAll(s => !s.Result.Builds.IsEmpty);
        if (sources.Count == 0)
        {
            throw new UsageException(
                "there is no picture to make in these files",
                "They only hold templates or definitions for other files."
            );
        }

        RunResult result = Execute(sources, provider);
        Report(result, sources);
        return CodeOf(result);
    }

    /// <summary>
    /// Reports findings. The plan of a whole run is held against the budgets; what a part of one costs is known to
    /// the runner alone, which keeps them too.
    /// </summary>
    private bool Check(SourceCompiler compiler, IImageProvider provider)
    {
        IEnumerable<Finding> found = compiler.Findings;
        bool isWhole = settings is { From: null, Until: null, Resume: null };
        if (provider.IsPaid && isWhole && compiler.Sources.TrueForAll(s => s.Result.Succeeded))
        {
            found = found.Concat(
                new PlannedSources(compiler.Sources).Check(settings.MaxCost, settings.AllowsUnknownPrice)
            );
        }

        return !new FindingsReporter(context, findings, toStandardError: true).Report(found).HasErrors;
    }

    private RunResult Execute(List<CompiledSource> sources, IImageProvider provider)
    {
        using IRunDisplay display = Display();
        var question = new ConsentQuestion(context, display, provider.Endpoint);
        var runner = new PromptRunner(provider, new FilePictureCache(_folders.Cache), Verifier(provider));
        return runner
            .RunAsync(
                sources.Select(SourceOf),
                OptionsOf(sources) with
                {
                    Consent = question.AskAsync,
                },
                display,
                context.Host.Cancellation
            )
            .GetAwaiter()
            .GetResult();
    }

    private IRunDisplay Display() =>
        settings.IsJson ? new JsonDisplay(context.Host.Out)
        : IsLive ? new LiveDisplay(context, TimeProvider.System)
        : new PlainDisplay(context);

    private bool IsLive =>
        context.Host.IsErrorTerminal
        && !context.Settings.IsQuiet
        && context.Host.GetEnvironmentVariable("TERM") != "dumb";

    private IPictureVerifier Verifier(IImageProvider provider)
    {
        var reader = TesseractTextReader.Find(context.Host.GetEnvironmentVariable("PATH"));
        var verifier = new ExpectationVerifier(new VerifierOptions { TextReader = reader });
        return provider is SketchProvider ? new SketchVerifier(verifier) : verifier;
    }

    /// <summary>A compiled file as the runner takes it.</summary>
    public static RunSource SourceOf(CompiledSource source) =>
        new(source.Source.File.DisplayPath, source.Result, source.Options, source.Source.Project.Root.Folder);

    private RunOptions OptionsOf(List<CompiledSource> sources)
    {
        ConfigurationFile configuration = sources[0].Source.Project.Configuration;
        return new RunOptions
        {
            Concurrency =
                settings.Concurrency
                ?? (
                    configuration.Get(ConfigurationKeys.Concurrency) is { } value
                        ? int.Parse(value.Text, CultureInfo.InvariantCulture)
                        : RunOptions.Default.Concurrency
                ),
            From = settings.From,
            Until = settings.Until,
            Picks = settings.Picks,
            MaxCost = settings.MaxCost ?? PlannedSources.BudgetOf(configuration),
            AllowsUnknownPrice = settings.AllowsUnknownPrice,
            Yes = settings.Yes,
            NoCache = settings.NoCache,
            BuildsOnFailedExpectations = settings.BuildsOnFailedExpectations,
            Resume = settings.Resume is { } id ? _folders.Find(id) : null,
            Batch = settings.Batch,
            Wait = settings.Wait,
            OutputFolder = settings.Out is { } folder ? context.AbsolutePath(folder) : _folders.Output,
            StateFolder = _folders.State,
            Notes = notes,
        };
    }

    private void Report(RunResult result, List<CompiledSource> sources)
    {
        var report = new RunReport(context, sources);
        if (!settings.IsJson)
        {
            report.PrintPictures(result);
        }

        report.PrintFailures(result);
        report.PrintUnchecked(result);
        report.Summarize(result, _folders.State);
    }

    private int CodeOf(RunResult result) =>
        result.Status switch
        {
            RunStatus.Succeeded or RunStatus.Pending => ExitCode.Success,
            RunStatus.Cancelled => ExitCode.Interrupted,
            _ => findings.FailureCode,
        };
}
