using Microsoft.Extensions.Options;
using PromptDsl.Runtime.Artifacts;
using PromptDsl.Runtime.Execution;
using PromptDsl.Targets.Prices;

namespace WebApi;

/// <summary>Makes the picture of a compiled template, within the budget of one request.</summary>
internal sealed partial class PictureMaker(
    PromptRunner runner,
    IOptions<PictureOptions> options,
    IHostEnvironment environment,
    ILogger<PictureMaker> logger
)
{
    private readonly string _folder = Path.Combine(environment.ContentRootPath, options.Value.Folder);

    /// <summary>The picture, or what went wrong; a client that leaves stops the run.</summary>
    public async Task<IResult> MakeAsync(CompiledTemplate template, CancellationToken cancellationToken)
    {
        RunResult result;
        try
        {
            result = await runner.RunAsync(
                [new RunSource(template.Path, template.Result, template.Options, environment.ContentRootPath)],
                Options(),
                cancellationToken: cancellationToken
            );
        }
        catch (RunException e)
        {
            return TypedResults.Problem(e.Message, statusCode: StatusCodes.Status422UnprocessableEntity);
        }

        // What people asked for is in the records of the run, and not in the log.
        LogMade(logger, template.Name, result.RunId, result.Status, result.Money.Spent);
        return result.Status switch
        {
            RunStatus.Succeeded => PictureOf(result.Nodes[^1]),
            RunStatus.Cancelled => TypedResults.StatusCode(StatusCodes.Status499ClientClosedRequest),
            RunStatus.QuotaExhausted => TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable),
            _ => ProblemOf(result.Failures.First()),
        };
    }

    private RunOptions Options() =>
        new()
        {
            Yes = true,
            MaxCost = new Money(options.Value.MaxCost),
            OutputFolder = Path.Combine(_folder, "pictures"),
            OutputPattern = "{run}/{stage}{-n}.{ext}",
            StateFolder = Path.Combine(_folder, "state"),
        };

    private static IResult PictureOf(NodeResult last)
    {
        Artifact picture = last.Pictures.Single(p => p.Variant == last.Selected);
        string type = Path.GetExtension(picture.Path) switch
        {
            ".jpeg" => "image/jpeg",
            ".webp" => "image/webp",
            _ => "image/png",
        };
        return TypedResults.PhysicalFile(picture.Path, type);
    }

    private static IResult ProblemOf(RunFailure failure) =>
        TypedResults.Problem(
            failure.Message,
            statusCode: failure.Kind is RunFailureKind.Moderation or RunFailureKind.Budget
                ? StatusCodes.Status422UnprocessableEntity
                : StatusCodes.Status502BadGateway
        );

    [LoggerMessage(LogLevel.Information, "{Template}: run {Run} {Status}, {Spent}")]
    private static partial void LogMade(
        ILogger logger,
        string template,
        string run,
        RunStatus status,
        PriceRange spent
    );
}
