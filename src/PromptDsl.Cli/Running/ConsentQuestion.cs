using System.Text;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Planning;
using PromptDsl.Runtime.Execution;

namespace PromptDsl.Cli.Running;

/// <summary>Asks the user whether the price is agreed to.</summary>
internal sealed class ConsentQuestion(CommandContext context, IRunDisplay display)
{
    /// <summary>Shows what would be sent and asks; where nobody can answer, the answer is no.</summary>
    public async Task<bool> AskAsync(RunForecast forecast, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        display.Pause();
        TextWriter output = context.Host.Error;
        output.WriteLine(
            $"This run sends {PlanText.Plural(forecast.Requests, "request")} for {PlanText.Plural(forecast.Pictures, "picture")}: {forecast.Price}"
        );
        if (forecast.Reused > 0)
        {
            output.WriteLine(
                $"  {PlanText.Plural(forecast.Reused, "more request")} need not be sent: the pictures are there"
            );
        }

        foreach (Targets.Prices.PriceUnknown unknown in forecast.Price.Unknown)
        {
            output.WriteLine($"  not known: {unknown.Reason}");
        }

        if (!context.Host.IsInputTerminal)
        {
            output.WriteLine("Nobody can be asked here; --yes agrees beforehand.");
            return false;
        }

        output.Write("Send them? [y/N] ");
        output.Flush();

        // Nothing but a key ends the reading itself.
        string answer = await Task.Run(ReadLine, cancellationToken).WaitAsync(cancellationToken);
        return answer.Trim() is "y" or "Y" or "yes" or "예" or "네";
    }

    private string ReadLine()
    {
        var bytes = new List<byte>();
        for (int b = context.Host.Input.ReadByte(); b is >= 0 and not '\n'; b = context.Host.Input.ReadByte())
        {
            bytes.Add((byte)b);
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
