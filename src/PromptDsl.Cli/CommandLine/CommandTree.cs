using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace PromptDsl.Cli.CommandLine;

/// <summary>Puts the verbs under one command, with help that ends in examples.</summary>
internal sealed class CommandTree(
    IReadOnlyList<IVerb> verbs,
    GlobalOptions global,
    Func<ParseResult, CommandContext> contextOf
)
{
    private const int HelpWidth = 100;

    private readonly Dictionary<Command, IReadOnlyList<Example>> _examples = [];

    public RootCommand Create()
    {
        var root = new RootCommand("A compiler for .imgp image-prompt files.");
        global.AddTo(root);
        foreach (IVerb verb in verbs)
        {
            Command command = verb.CreateCommand(contextOf);
            _examples.Add(command, verb.Examples);
            root.Add(command);
        }

        _examples.Add(
            root,
            [
                new("promptc new illustration poster.imgp", "begin with a template"),
                new("promptc build", "compile everything below this folder"),
                new("promptc explain IMG0101", "read about a finding"),
            ]
        );
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples(_examples);
        root.Options.OfType<VersionOption>().Single().Action = new PrintVersion();

        // Without a verb there is nothing to do but to say what there is.
        root.SetAction(result =>
        {
            ((SynchronousCommandLineAction)help.Action).Invoke(result);
            return ExitCode.Failure;
        });
        return root;
    }

    private sealed class PrintVersion : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.WriteLine($"{ToolInfo.Name} {ToolInfo.Version}");
            return ExitCode.Success;
        }
    }

    private sealed class HelpWithExamples(Dictionary<Command, IReadOnlyList<Example>> examples)
        : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            // Not earlier: it asks the terminal for its width, and that resets the terminal.
            var inner = (HelpAction)new HelpOption().Action!;
            inner.MaxWidth = HelpWidth;
            int code = inner.Invoke(parseResult);
            if (examples.TryGetValue(parseResult.CommandResult.Command, out IReadOnlyList<Example>? shown))
            {
                TextWriter output = parseResult.InvocationConfiguration.Output;
                output.WriteLine("Examples:");
                int width = shown.Max(e => e.CommandLine.Length);
                foreach (Example example in shown)
                {
                    output.WriteLine($"  {example.CommandLine.PadRight(width)}  {example.Purpose}");
                }
            }

            return code;
        }
    }
}
