using Microsoft.AspNetCore.Http.HttpResults;
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
            _ => ProblemOf(result.Failures.First(), template),
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

    // What a client can change it is told; what the server has to set right is for the log.
    private ProblemHttpResult ProblemOf(RunFailure failure, CompiledTemplate template)
    {
        if (failure.Kind is RunFailureKind.Moderation or RunFailureKind.Budget)
        {
            return TypedResults.Problem(failure.Message, statusCode: StatusCodes.Status422UnprocessableEntity);
        }

        LogFailed(logger, template.Name, failure.Message);
        return TypedResults.Problem("The picture could not be made.", statusCode: StatusCodes.Status502BadGateway);
    }

    [LoggerMessage(LogLevel.Information, "{Template}: run {Run} {Status}, {Spent}")]
    private static partial void LogMade(
        ILogger logger,
        string template,
        string run,
        RunStatus status,
        PriceRange spent
    );

    [LoggerMessage(LogLevel.Error, "{Template}: {Reason}")]
    private static partial void LogFailed(ILogger logger, string template, string reason);
}
