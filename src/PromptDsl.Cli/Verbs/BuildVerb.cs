using System.CommandLine;
using System.Globalization;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Configuration;
using PromptDsl.Cli.Files;
using PromptDsl.Cli.Findings;
using PromptDsl.Cli.Locking;
using PromptDsl.Cli.Output;

namespace PromptDsl.Cli.Verbs;

/// <summary>Compiles files and writes what would be sent.</summary>
internal sealed class BuildVerb : IVerb
{
    private readonly SourceArguments _sources = new();
    private readonly CompileOptions _compile = new();
    private readonly FindingOptions _findings = new();

    private readonly Option<string?> _out = new("--out", "-o")
    {
        Description = "The folder to write to; `dist` in the project if neither this nor promptc.yaml says.",
        HelpName = "folder",
    };

    private readonly Option<bool> _check = new("--check")
    {
        Description = "Write nothing; list the output that is not up to date and return 1 if there is some.",
    };

    private readonly Option<bool> _stdout = new("--stdout")
    {
        Description = "Write the prompts to standard output instead of files.",
    };

    private readonly Option<bool> _lock = new("--lock")
    {
        Description = "Also write promptc.lock: the models, their snapshots and the pictures as they are now.",
    };

    private readonly Option<bool> _locked = new("--locked")
    {
        Description = "Refuse what is not as promptc.lock has it.",
    };

    public BuildVerb() => _out.RefuseEmpty();

    public IReadOnlyList<Example> Examples { get; } =
    [
        new("promptc build", "compile everything below this folder"),
        new("promptc build poster.imgp --stdout", "see the prompt"),
        new("promptc build --check", "for CI: fail if the committed output is stale"),
        new("promptc build --check --locked", "for CI: and if a model or a picture is another one"),
        new("promptc build menu.imgp --set season=spring", "give a parameter a value"),
    ];

    public Command CreateCommand(Func<ParseResult, CommandContext> contextOf)
    {
        var command = new Command("build", "Compile files into prompts, requests and source maps.");
        _sources.AddTo(command);
        command.Add(_out);
        command.Add(_check);
        command.Add(_stdout);
        command.Add(_lock);
        command.Add(_locked);
        _compile.AddTo(command);
        _findings.AddTo(command);
        command.SetAction(result =>
        {
            CommandContext context = contextOf(result);
            List<SourceFile> files = _sources.Bind(result, context);
            var arguments = new Arguments(
                files,
                result.GetValue(_out),
                result.GetValue(_check),
                result.GetValue(_stdout) || files.Exists(f => f.IsStandardInput),
                LockUseOf(result),
                _compile.Bind(result, context),
                _findings.Bind(result)
            );
            return Run(arguments, context);
        });
        return command;
    }

    private static int Run(Arguments arguments, CommandContext context)
    {
        RefuseContradictions(arguments);

        // Everything is compiled before anything is written: a build is done as a whole or not at all.
        var compiler = new SourceCompiler(context, arguments.Compile, arguments.Lock);
        compiler.Compile(arguments.Files);
        var locks = new LockKeeper(context, compiler.Sources, arguments.Lock);
        if (
            new FindingsReporter(context, arguments.Findings)
                .Report(compiler.Findings.Concat(locks.Findings()))
                .HasErrors
        )
        {
            context.Report("Nothing was written.");
            return arguments.Findings.FailureCode;
        }

        int code = Deliver(compiler, arguments, context);
        locks.Write();
        return code;
    }

    private LockUse LockUseOf(ParseResult result)
    {
        bool isRenewed = result.GetValue(_lock);
        bool isRequired = result.GetValue(_locked);
        return isRenewed && isRequired ? throw new UsageException("`--lock` and `--locked` exclude each other")
            : isRenewed ? LockUse.Renew
            : isRequired ? LockUse.Require
            : LockUse.Follow;
    }

    private static void RefuseContradictions(Arguments arguments)
    {
        if (arguments is { CheckOnly: true, ToStandardOutput: true })
        {
            throw new UsageException("`--check` and standard output exclude each other");
        }

        if (arguments is { Lock: LockUse.Renew, CheckOnly: true } or { Lock: LockUse.Renew, ToStandardOutput: true })
        {
            throw new UsageException(
                "`--lock` writes files, and `--check` and standard output do not",
                "Build with `--lock` first; the lock is followed from then on."
            );
        }
    }

    private static int Deliver(SourceCompiler compiler, Arguments arguments, CommandContext context)
    {
        List<CompiledSource> compiled = compiler.Sources;
        if (arguments.ToStandardOutput)
        {
            new PromptPrinter(context).Print([
                .. compiled.SelectMany(c => c.Result.Builds.Select(b => (c.Source.File.DisplayPath, b))),
            ]);
            return ExitCode.Success;
        }

        var targets = compiled.ConvertAll(c => TargetOf(c.Source, c.Result, arguments, context));
        var writer = new OutputWriter(context);
        if (arguments.CheckOnly)
        {
            bool isCurrent = writer.Check(targets);
            context.Host.Out.Flush();
            context.Report(isCurrent ? "The output is up to date." : "The output is stale; `promptc build` renews it.");
            return isCurrent ? ExitCode.Success : arguments.Findings.FailureCode;
        }

        writer.Write(targets);
        Summarize(compiler, arguments, context);
        return ExitCode.Success;
    }

    private static OutputTarget TargetOf(
        LoadedSource source,
        CompilationResult result,
        Arguments arguments,
        CommandContext context
    )
    {
        string folder = Path.Combine(OutputRoot(source, arguments, context), OutputPlan.FolderOf(source.Text.Path));
        return new OutputTarget(
            folder,
            context.DisplayPath(folder),
            source.File.DisplayPath,
            OutputPlan.Create(source.Text.Path, result.Builds)
        );
    }

    private static string OutputRoot(LoadedSource source, Arguments arguments, CommandContext context) =>
        arguments.Out is { } folder
            ? context.AbsolutePath(folder)
            : source.Project.Configuration.Get(ConfigurationKeys.Output)?.Text
                ?? Path.Combine(source.Project.Root.Folder, ConfigurationKeys.Output.Default!);

    private static void Summarize(SourceCompiler compiler, Arguments arguments, CommandContext context)
    {
        List<CompiledSource> compiled = compiler.Sources.FindAll(c => !c.Result.Builds.IsEmpty);
        int prompts = compiled.Sum(c => c.Result.Builds.Sum(b => b.Stages.Length));
        IEnumerable<string> roots = compiled
            .Select(c => context.DisplayPath(OutputRoot(c.Source, arguments, context)) + "/")
            .Distinct(StringComparer.Ordinal);
        string templates =
            compiler.Templates.Count > 0
                ? $"; {Count(compiler.Templates.Count, "template")} left to the files that use them"
                : "";
        context.Report(
            $"{Count(prompts, "prompt")} from {Count(compiled.Count, "file")} in {string.Join(", ", roots)}{templates}"
        );
    }

    private static string Count(int number, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {what}{(number == 1 ? "" : "s")}");

    private sealed record Arguments(
        List<SourceFile> Files,
        string? Out,
        bool CheckOnly,
        bool ToStandardOutput,
        LockUse Lock,
        CompileSettings Compile,
        FindingSettings Findings
    );
}
