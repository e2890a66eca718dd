using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Terminal;
using PromptDsl.Compilation;

namespace PromptDsl.Cli.Output;

/// <summary>Prints prompts to standard output: one alone as it is, several under headers.</summary>
internal sealed class PromptPrinter(CommandContext context)
{
    private readonly TextWriter _output = context.Host.Out;

    /// <summary>Prints the prompts.</summary>
    /// <param name="sources">The path of each source for people, and what it compiled to.</param>
    public void Print(IReadOnlyList<(string Path, CompiledBuild Build)> sources)
    {
        bool isOne = sources is [{ Build.Stages.Length: 1 }];
        bool isFirst = true;
        foreach ((string path, CompiledBuild build) in sources)
        {
            foreach (CompiledStage stage in build.Stages)
            {
                if (!isOne)
                {
                    _output.Write(isFirst ? "" : "\n");
                    _output.WriteLine(context.OutPaint.Bold(HeaderOf(path, build, stage)));
                }

                isFirst = false;
                PrintText(stage.Prompt.Text);
            }
        }
    }

    public static string HeaderOf(string path, CompiledBuild build, CompiledStage stage)
    {
        string[] parts = [path, build.Name, stage.Name];
        return $"==> {SafeText.Escape(string.Join(" · ", parts.Where(p => p.Length > 0)))} <==";
    }

    private void PrintText(string text)
    {
        // What is piped arrives byte for byte; what is looked at must not steer the terminal.
        string shown = context.Host.IsOutputTerminal ? string.Join('\n', SafeText.EscapeLines(text)) : text;
        _output.Write(shown.EndsWith('\n') ? shown : shown + "\n");
    }
}
