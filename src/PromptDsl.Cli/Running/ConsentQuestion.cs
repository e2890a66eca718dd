using System.Text;
using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Terminal;
using PromptDsl.Planning;
using PromptDsl.Runtime.Execution;
using PromptDsl.Targets.Prices;

namespace PromptDsl.Cli.Running;

/// <summary>Asks the user whether the price is agreed to.</summary>
/// <param name="context">What the verb works with.</param>
/// <param name="display">What leaves the terminal to the question.</param>
/// <param name="endpoint">Where the requests would go.</param>
internal sealed class ConsentQuestion(CommandContext context, IRunDisplay display, string endpoint)
{
    /// <summary>Shows what would be sent and asks; where nobody can answer, the answer is no.</summary>
    public async Task<bool> AskAsync(RunForecast forecast, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        display.Pause();
        TextWriter output = context.Host.Error;
        output.WriteLine(
            $"This run sends {PlanText.Plural(forecast.Requests, "request")} for {PlanText.Plural(forecast.Pictures, "picture")} to {SafeText.Escape(endpoint)}: {forecast.Price}"
        );
        if (forecast.Reused > 0)
        {
            output.WriteLine(
                $"  {PlanText.Plural(forecast.Reused, "more request")} need not be sent: the pictures are there"
            );
        }

        foreach (PriceUnknown unknown in forecast.Price.Unknown)
        {
            output.WriteLine($"  not known: {unknown.Reason}");
        }

        if (!context.Host.IsInputTerminal)
        {
            string unknown = forecast.Price.IsKnown ? "" : $" together with {RunOptionSet.AllowUnknownPriceName}";
            output.WriteLine($"Nobody can be asked here; {RunOptionSet.YesName}{unknown} agrees beforehand.");
            return false;
        }

        output.Write("Send them? [y/N] ");
        output.Flush();
        return await AnswerAsync();
    }

    private async Task<bool> AnswerAsync()
    {
        try
        {
            string answer = await context.ReadInputAsync(ReadLine);
            return answer.Trim() is "y" or "Y" or "yes" or "예" or "네";
        }
        catch (OperationCanceledException)
        {
            context.Host.Error.WriteLine();
            context.Report("Nothing was sent.");
            throw;
        }
    }

    private static string ReadLine(Stream input)
    {
        var bytes = new List<byte>();
        for (int b = input.ReadByte(); b is >= 0 and not '\n'; b = input.ReadByte())
        {
            bytes.Add((byte)b);
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
