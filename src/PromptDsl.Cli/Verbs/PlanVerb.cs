using System.CommandLine;
using System.Text;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Files;
using PromptDsl.Cli.Findings;
using PromptDsl.Cli.Output;
using PromptDsl.Cli.Running;
using PromptDsl.Planning;
using PromptDsl.Targets.Prices;
using PromptDsl.Text;

namespace PromptDsl.Cli.Verbs;

/// <summary>Shows what a run would send and cost; sends nothing.</summary>
internal sealed class PlanVerb : IVerb
{
    private readonly SourceArguments _sources = new();
    private readonly CompileOptions _compile = new();
    private readonly FindingOptions _findings = new();

    private readonly Option<string> _format = new("--format")
    {
        Description = "text, json or markdown.",
        HelpName = "format",
        DefaultValueFactory = _ => "text",
    };

    private readonly Option<string?> _compareTo = new("--compare-to")
    {
        Description = "Show what is different from a plan that was written with --format json.",
        HelpName = "file",
    };

    private readonly MaxCostOption _maxCost = new("Return 1 if the run costs more US dollars than this.");

    private readonly Option<bool> _allowUnknownPrice = new(RunOptionSet.AllowUnknownPriceName)
    {
        Description = "Hold what is known of a price against the budgets, and accept that the rest is not.",
    };

    public PlanVerb()
    {
        _format.AcceptOnly("text", "json", "markdown");
    }

    public IReadOnlyList<Example> Examples { get; } =
    [
        new("promptc plan", "see what a run of this folder would send and cost"),
        new("promptc plan poster.imgp --max-cost 0.50", "fail if it costs more than 50 cents"),
        new("promptc plan --format json > plan.json", "keep the plan"),
        new("promptc plan --compare-to plan.json --format markdown", "for a pull request: what a change costs"),
    ];

    public Command CreateCommand(Func<ParseResult, CommandContext> contextOf)
    {
        var command = new Command("plan", "Show what a run would send, in which order, and what it would cost.");
        _sources.AddTo(command);
        command.Add(_format);
        command.Add(_compareTo);
        _maxCost.AddTo(command);
        command.Add(_allowUnknownPrice);
        _compile.AddTo(command);
        _findings.AddWithoutFormatTo(command);
        command.SetAction(result =>
        {
            CommandContext context = contextOf(result);
            var arguments = new Arguments(
                _sources.Bind(result, context),
                result.GetRequiredValue(_format),
                result.GetValue(_compareTo) is { } path ? ReadPlan(path, context) : null,
                _maxCost.Bind(result),
                result.GetValue(_allowUnknownPrice),
                _compile.Bind(result, context),
                _findings.Bind(result)
            );
            return Run(arguments, context);
        });
        return command;
    }

    private static int Run(Arguments arguments, CommandContext context)
    {
        var compiler = new SourceCompiler(context, arguments.Compile);
        compiler.Compile(arguments.Files);
        bool isText = arguments.Format == "text";
        var reporter = new FindingsReporter(context, arguments.Findings, toStandardError: !isText);
        if (compiler.Sources.Exists(s => !s.Result.Succeeded))
        {
            reporter.Report(compiler.Findings);
            context.Report("There is no plan of files with errors.");
            return arguments.Findings.FailureCode;
        }

        var planned = new PlannedSources(compiler.Sources);
        RequestPlan plan = planned.Plan;
        PlanComparison? comparison = arguments.Before is { } before ? PlanComparison.Between(before, plan) : null;
        Print(plan, comparison, compiler.Sources, arguments.Format, context);
        List<Finding> findings = [.. planned.Check(arguments.MaxCost, arguments.AllowsUnknownPrice)];
        if (isText && findings.Count > 0)
        {
            context.Host.Out.WriteLine();
        }

        return reporter.Report(compiler.Findings.Concat(findings)).HasErrors
            ? arguments.Findings.FailureCode
            : ExitCode.Success;
    }

    private static void Print(
        RequestPlan plan,
        PlanComparison? comparison,
        List<CompiledSource> sources,
        string format,
        CommandContext context
    )
    {
        switch (format)
        {
            case "json":
                context.Host.Out.Write(PlanJson.Write(plan, comparison));
                break;
            case "markdown":
                context.Host.Out.Write(PlanMarkdown.Write(plan, comparison));
                break;
            default:
                // Other forms are kept and compared, and say the same on every machine.
                new PlanPrinter(context).Print(plan, comparison, CacheForecast.Describe(sources, context));
                break;
        }

        context.Host.Out.Flush();
    }

    private static RequestPlan ReadPlan(string path, CommandContext context)
    {
        byte[] bytes = BoundedFile.ReadNamed(context.AbsolutePath(path), path);
        if (bytes.Length > SourceText.MaxBytes)
        {
            throw new UsageException($"the plan `{path}` is too large to compare with", "Plan fewer files at a time.");
        }

        try
        {
            return PlanJson.Read(Encoding.UTF8.GetString(bytes));
        }
        catch (PlanFormatException e)
        {
            throw new UsageException(
                $"`{path}` cannot be compared with: {e.Message}",
                "Write a plan with `promptc plan --format json`."
            );
        }
    }

    private sealed record Arguments(
        List<SourceFile> Files,
        string Format,
        RequestPlan? Before,
        Money? MaxCost,
        bool AllowsUnknownPrice,
        CompileSettings Compile,
        FindingSettings Findings
    );
}
