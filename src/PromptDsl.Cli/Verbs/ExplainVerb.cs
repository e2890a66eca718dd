using System.CommandLine;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Files;
using PromptDsl.Cli.Findings;
using PromptDsl.Cli.Output;
using PromptDsl.Cli.Terminal;
using PromptDsl.Compilation;
using PromptDsl.Diagnostics;

namespace PromptDsl.Cli.Verbs;

/// <summary>Explains a finding, or where each sentence of a prompt comes from.</summary>
internal sealed class ExplainVerb : IVerb
{
    private readonly Argument<string> _subject = new("code|file")
    {
        Description = "The code or the name of a finding, or a file.",
    };

    private readonly Option<string?> _standardInputName = new("--stdin-filename")
    {
        Description = "The path that standard input stands for.",
        HelpName = "path",
    };

    private readonly CompileOptions _compile = new();

    public IReadOnlyList<Example> Examples { get; } =
    [
        new("promptc explain IMG0101", "read about a finding"),
        new("promptc explain missing-value", "the same by name"),
        new("promptc explain poster.imgp", "see where each sentence of the prompt comes from"),
    ];

    public Command CreateCommand(Func<ParseResult, CommandContext> contextOf)
    {
        var command = new Command("explain", "Explain a finding, or a compiled prompt line by line.")
        {
            _subject,
            _standardInputName,
        };
        _compile.AddTo(command);
        command.SetAction(result =>
        {
            CommandContext context = contextOf(result);
            string subject = result.GetRequiredValue(_subject);
            return DiagnosticPages.Find(subject) is { } page
                ? ExplainFinding(page, context)
                : ExplainFiles(
                    FilesOf(subject, result.GetValue(_standardInputName), context),
                    _compile.Bind(result, context),
                    context
                );
        });
        return command;
    }

    private static int ExplainFinding(string page, CommandContext context)
    {
        new MarkdownPrinter(context.Host.Out, context.OutPaint).Print(page);
        return ExitCode.Success;
    }

    private static List<SourceFile> FilesOf(string subject, string? standardInputName, CommandContext context)
    {
        bool isPath = subject == "-" || GlobPattern.IsPattern(subject) || Path.Exists(context.AbsolutePath(subject));
        if (isPath || subject.EndsWith(".imgp", StringComparison.Ordinal) || subject.Contains('/'))
        {
            return context.FindSources([subject], standardInputName);
        }

        string? near = DiagnosticCatalog.Suggest(subject);
        throw new UsageException(
            $"`{subject}` is neither a finding nor a file",
            near is null ? "Findings have codes such as IMG0101, and names." : $"There is a finding `{near}`."
        );
    }

    private static int ExplainFiles(List<SourceFile> files, CompileSettings settings, CommandContext context)
    {
        var compiler = new SourceCompiler(context, settings);
        compiler.Compile(files);
        List<Finding> errors = [.. compiler.Findings.Where(f => f.Diagnostic.IsError)];
        if (errors.Count > 0)
        {
            new FindingsReporter(context, FindingSettings.Default).Report(errors);
            return ExitCode.Findings;
        }

        foreach ((LoadedSource source, _, CompilationResult result) in compiler.Sources)
        {
            Print(source, result, context);
        }

        return ExitCode.Success;
    }

    private static void Print(LoadedSource source, CompilationResult result, CommandContext context)
    {
        var explainer = new PromptExplainer(context.Host.Out, context.OutPaint, source);
        foreach (CompiledBuild build in result.Builds)
        {
            foreach (CompiledStage stage in build.Stages)
            {
                string header = PromptPrinter.HeaderOf(source.File.DisplayPath, build, stage);
                context.Host.Out.WriteLine(context.OutPaint.Bold(header));
                explainer.Print(stage.Prompt);
                context.Host.Out.WriteLine();
            }
        }
    }
}
