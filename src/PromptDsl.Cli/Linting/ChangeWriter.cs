using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Differences;
using PromptDsl.Cli.Files;

namespace PromptDsl.Cli.Linting;

/// <summary>Writes changed files, or shows what would change.</summary>
internal sealed class ChangeWriter(CommandContext context)
{
    /// <summary>Writes each file as a whole or not at all; standard input goes to standard output.</summary>
    /// <exception cref="UsageException">A file cannot be written.</exception>
    public void Write(IEnumerable<ChangedFile> changes)
    {
        foreach (ChangedFile change in changes)
        {
            context.Host.Cancellation.ThrowIfCancellationRequested();
            if (change.File.IsStandardInput)
            {
                context.Host.WriteBytes(change.After.ToBytes().AsSpan());
            }
            else
            {
                AtomicFile.WriteNamed(
                    change.File.AbsolutePath,
                    change.File.DisplayPath,
                    change.After.ToBytes().AsSpan()
                );
            }
        }
    }

    public void Show(IEnumerable<ChangedFile> changes)
    {
        var diff = new UnifiedDiff(context.Host.Out, context.OutPaint, context.Host.IsOutputTerminal);
        foreach (ChangedFile change in changes)
        {
            diff.Write(change.File.DisplayPath, change.Before.Text, change.After.Text);
        }

        context.Host.Out.Flush();
    }
}
