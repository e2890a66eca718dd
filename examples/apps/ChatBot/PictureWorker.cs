using Microsoft.Extensions.Options;
using PromptDsl.Runtime.Artifacts;
using PromptDsl.Runtime.Execution;
using PromptDsl.Targets.Prices;

namespace ChatBot;

/// <summary>Makes the pictures that were ordered, one after the other.</summary>
internal sealed partial class PictureWorker(
    OrderQueue queue,
    PromptRunner runner,
    AnswerClient answers,
    IOptions<BotOptions> options,
    IHostEnvironment environment,
    ILogger<PictureWorker> logger
) : BackgroundService
{
    public const string Route = "/pictures";

    private readonly string _pictures = PicturesIn(environment, options.Value);

    public static string PicturesIn(IHostEnvironment environment, BotOptions options) =>
        Path.Combine(environment.ContentRootPath, options.Folder, "pictures");

    /// <summary>Takes no more orders, and finishes those that wait as long as the host allows.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        queue.Close();
        await Task.WhenAny(ExecuteTask ?? Task.CompletedTask, Task.Delay(Timeout.Infinite, cancellationToken));
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (Order order in queue.All)
        {
            await answers.SendAsync(order.AnswerTo, await MakeAsync(order.Wish, stoppingToken), stoppingToken);
        }
    }

    private async Task<Reply> MakeAsync(CompiledWish wish, CancellationToken cancellationToken)
    {
        // The name is the key to the picture: nobody finds one that was not sent to them.
        string name = Guid.NewGuid().ToString("N");
        try
        {
            RunResult result = await runner.RunAsync(
                [new RunSource(WishTemplate.FileName, wish.Result, wish.Options, environment.ContentRootPath)],
                OptionsFor(name),
                cancellationToken: cancellationToken
            );
            LogMade(logger, result.RunId, result.Status, result.Money.Spent);
            return result.Status switch
            {
                RunStatus.Succeeded => Reply.ToAll(LinkTo(result.Nodes[^1].Pictures[0])),
                RunStatus.Cancelled => Reply.ToOne("The server is stopping. Please ask again later."),
                _ => Failed(result.Failures.FirstOrDefault()?.Message ?? "no picture came"),
            };
        }
        catch (RunException e)
        {
            return Failed(e.Message);
        }
    }

    // Reasons are clauses or whole sentences.
    private static Reply Failed(string reason) => Reply.ToOne($"That did not work: {reason.TrimEnd('.')}.");

    private RunOptions OptionsFor(string name) =>
        new()
        {
            Yes = true,
            MaxCost = new Money(options.Value.MaxCost),
            OutputFolder = _pictures,
            OutputPattern = $"{name}.{{ext}}",
            StateFolder = Path.Combine(environment.ContentRootPath, options.Value.Folder, "state"),
        };

    private string LinkTo(Artifact picture) =>
        $"{options.Value.PublicUrl.TrimEnd('/')}{Route}/{Path.GetFileName(picture.Path)}";

    [LoggerMessage(LogLevel.Information, "Run {Run} {Status}, {Spent}")]
    private static partial void LogMade(ILogger logger, string run, RunStatus status, PriceRange spent);
}
