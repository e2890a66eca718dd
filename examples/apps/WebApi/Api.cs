using System.Text.Json;
using Microsoft.AspNetCore.RateLimiting;
using PictureApps;
using PromptDsl.Runtime;
using PromptDsl.Runtime.Caching;

namespace WebApi;

/// <summary>Pictures from templates, over HTTP.</summary>
public static class Api
{
    private const int MostBytes = 16 * 1024;
    private const string AtOnce = "at-once";

    /// <summary>Puts the application together; it does not listen yet.</summary>
    public static WebApplication Create(string[] args)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
        builder.WebHost.ConfigureKestrel(server => server.Limits.MaxRequestBodySize = MostBytes);
        IConfigurationSection section = builder.Configuration.GetSection("Pictures");
        PictureOptions pictures = section.Get<PictureOptions>() ?? new PictureOptions();
        builder.Services.Configure<PictureOptions>(section);
        builder.Services.AddSingleton<TemplateFolder>();
        builder.Services.AddSingleton<PictureMaker>();
        builder.Services.AddSingleton<IPictureCache>(
            new FilePictureCache(Path.Combine(builder.Environment.ContentRootPath, pictures.Folder, "cache"))
        );
        builder.Services.AddPromptRunner(_ => Providers.Choose(builder.Configuration));
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.AddProblemDetails(problems => problems.CustomizeProblemDetails = Problems.Explain);
        builder.Services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.AddConcurrencyLimiter(
                AtOnce,
                o => (o.PermitLimit, o.QueueLimit) = (pictures.AtOnce, pictures.Waiting)
            );
        });
        WebApplication app = builder.Build();
        // So that a wrong configuration shows now, and not with the first request.
        app.Services.GetRequiredService<PictureMaker>();
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                StatusCodeSelector = e => (e as BadHttpRequestException)?.StatusCode ?? 500,
                SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException,
            }
        );
        app.UseStatusCodePages();
        app.UseRateLimiter();
        app.MapGet("/templates", (TemplateFolder templates) => templates.All);
        app.MapPost("/templates/{name}/price", Price);
        app.MapPost("/templates/{name}/pictures", MakeAsync).RequireRateLimiting(AtOnce);
        return app;
    }

    private static IResult Price(string name, Dictionary<string, JsonElement> values, TemplateFolder templates) =>
        templates.Compile(name, values) switch
        {
            null => TypedResults.Problem($"There is no template '{name}'.", statusCode: StatusCodes.Status404NotFound),
            { Result.Succeeded: false } compiled => Problems.Of(compiled),
            var compiled => TypedResults.Ok(PriceAnswer.Of(compiled)),
        };

    private static async Task<IResult> MakeAsync(
        string name,
        Dictionary<string, JsonElement> values,
        TemplateFolder templates,
        PictureMaker maker,
        CancellationToken cancellationToken
    ) =>
        templates.Compile(name, values) switch
        {
            null => TypedResults.Problem($"There is no template '{name}'.", statusCode: StatusCodes.Status404NotFound),
            { Result.Succeeded: false } compiled => Problems.Of(compiled),
            var compiled => await maker.MakeAsync(compiled, cancellationToken),
        };
}
