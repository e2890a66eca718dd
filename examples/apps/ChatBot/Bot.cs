using System.Text;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using PictureApps;
using PromptDsl.Runtime;
using PromptDsl.Runtime.Caching;

namespace ChatBot;

/// <summary>A slash command that draws what somebody wishes for.</summary>
public static class Bot
{
    /// <summary>The environment variable with the secret that the chat platform signs requests with.</summary>
    public const string SecretVariable = "CHATBOT_SIGNING_SECRET";

    private const int MostBytes = 16 * 1024;

    /// <summary>Puts the application together; it does not listen yet.</summary>
    /// <exception cref="InvalidOperationException">There is no secret.</exception>
    public static WebApplication Create(string[] args)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
        string secret = Environment.GetEnvironmentVariable(SecretVariable) is { Length: > 0 } set
            ? set
            : throw new InvalidOperationException($"{SecretVariable} is not set.");
        builder.WebHost.ConfigureKestrel(server => server.Limits.MaxRequestBodySize = MostBytes);
        builder.Services.Configure<BotOptions>(builder.Configuration.GetSection("Bot"));
        builder.Services.AddSingleton(new RequestSignature(secret, TimeProvider.System));
        builder.Services.AddSingleton(new SeenSignatures(TimeProvider.System));
        builder.Services.AddSingleton<WishTemplate>();
        builder.Services.AddSingleton<OrderQueue>();
        builder.Services.AddSingleton<AnswerAddress>();
        builder.Services.AddHostedService<PictureWorker>();
        builder.Services.AddSingleton<IPictureCache>(services => new FilePictureCache(
            Path.Combine(
                builder.Environment.ContentRootPath,
                services.GetRequiredService<IOptions<BotOptions>>().Value.Folder,
                "cache"
            )
        ));
        builder.Services.AddPromptRunner(_ => Providers.Choose(builder.Configuration));
        // Whoever knows the address of an answer can write into the chat, so that no log has it. A redirect could
        // lead to a server that is not allowed.
        builder
            .Services.AddHttpClient<AnswerClient>(client => client.Timeout = TimeSpan.FromSeconds(10))
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }
            );
        WebApplication app = builder.Build();
        ServePictures(app);
        app.MapPost("/command", TakeAsync);
        return app;
    }

    private static async Task<IResult> TakeAsync(
        HttpRequest request,
        RequestSignature signature,
        SeenSignatures seen,
        AnswerAddress addresses,
        WishTemplate template,
        OrderQueue queue
    )
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        if (
            !signature.IsGood(request.Headers, body.ToArray())
            || !seen.TryAdd(request.Headers[RequestSignature.SignatureHeader].ToString())
        )
        {
            return TypedResults.Unauthorized();
        }

        Dictionary<string, StringValues> form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body.ToArray()));
        if (addresses.Read(form.GetValueOrDefault("response_url").ToString()) is not { } answerTo)
        {
            return TypedResults.BadRequest("The response_url is none that answers may be sent to.");
        }

        string wish = form.GetValueOrDefault("text").ToString().Trim();
        CompiledWish compiled = template.Compile(wish);
        return TypedResults.Json(
            compiled.Problem is { } problem ? Reply.ToOne(problem)
            : queue.TryAdd(new Order(compiled, answerTo)) ? Reply.ToOne("Working on it.")
            : Reply.ToOne("There is too much to do just now. Please try again in a minute.")
        );
    }

    // The records beside the pictures are for nobody else: only what is a picture is served.
    private static void ServePictures(WebApplication app)
    {
        BotOptions options = app.Services.GetRequiredService<IOptions<BotOptions>>().Value;
        string folder = PictureWorker.PicturesIn(app.Environment, options);
        Directory.CreateDirectory(folder);
        app.UseStaticFiles(
            new StaticFileOptions
            {
                FileProvider = new PhysicalFileProvider(folder),
                RequestPath = PictureWorker.Route,
                ContentTypeProvider = new FileExtensionContentTypeProvider(
                    new Dictionary<string, string>(StringComparer.Ordinal) { [".png"] = "image/png" }
                ),
            }
        );
    }
}
