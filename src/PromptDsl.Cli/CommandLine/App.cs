using System.CommandLine;
using PromptDsl.Cli.Findings;
using PromptDsl.Cli.Terminal;
using PromptDsl.Runtime.Execution;

namespace PromptDsl.Cli.CommandLine;

/// <summary>Reads the command line, runs a verb, and turns every way it can end into an exit code.</summary>
internal sealed class App(IHost host, IReadOnlyList<IVerb> verbs)
{
    private readonly GlobalOptions _global = new();
    private Paint _paint = Paint.For(ColorChoice.Auto, host, host.IsErrorTerminal);

    public int Run(IReadOnlyList<string> arguments)
    {
        string verb = ToolInfo.Name;
        try
        {
            RootCommand root = new CommandTree(verbs, _global, ContextOf).Create();
            ParseResult result = root.Parse(arguments);
            verb = result.CommandResult.Command.Name;
            if (result.Errors.Count > 0 && result.Action is not { ClearsParseErrors: true })
            {
                throw CommandLineErrors.Explain(result);
            }

            return result.Invoke(
                new InvocationConfiguration
                {
                    Output = host.Out,
                    Error = host.Error,
                    EnableDefaultExceptionHandler = false,
                }
            );
        }
        catch (Exception e)
        {
            return Report(e, verb);
        }
        finally
        {
            Flush();
        }
    }

    private CommandContext ContextOf(ParseResult result)
    {
        GlobalSettings settings = _global.Bind(result);
        _paint = Paint.For(settings.Color, host, host.IsErrorTerminal);
        return new CommandContext(host, settings);
    }

    private int Report(Exception exception, string verb)
    {
        switch (exception)
        {
            case OperationCanceledException:
                return ExitCode.Interrupted;
            case UsageException usage:
                WriteError(usage.Message, usage.Help);
                return ExitCode.Failure;
            case RunException run:
                WriteError(run.Message, run.Help);
                return ExitCode.Failure;
            case SourceProblemException problem:
                new FrameRenderer(host.Error, _paint).Render(Frame.Of(problem));
                return ExitCode.Failure;
            case IOException or UnauthorizedAccessException:
                WriteError(exception.Message.TrimEnd('.'), help: null);
                return ExitCode.Failure;
            default:
                WriteError(
                    $"internal error in `{verb}`: {exception.GetType().Name}: {exception.Message}",
                    $"This is a defect of promptc {ToolInfo.Version}; please report it with the file. PROMPTC_DEBUG=1 shows where it happened."
                );
                if (host.GetEnvironmentVariable("PROMPTC_DEBUG") == "1")
                {
                    host.Error.WriteLine(exception);
                }

                return ExitCode.Failure;
        }
    }

    private void WriteError(string message, string? help)
    {
        host.Error.WriteLine($"{_paint.BoldRed("error")}{_paint.Bold(":")} {SafeText.Escape(message)}");
        if (help is not null)
        {
            host.Error.WriteLine($"  {SafeText.Escape(help)}");
        }
    }

    private void Flush()
    {
        try
        {
            host.Out.Flush();
            host.Error.Flush();
        }
        catch (IOException)
        {
            // The reader is gone or the disk is full; there is nobody left to tell.
        }
    }
}
