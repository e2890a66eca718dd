using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Providers.OpenAi;
using PromptDsl.Runtime.Sketch;

namespace PictureApps;

/// <summary>Decides who makes the pictures.</summary>
internal static class Providers
{
    /// <summary>The model of OpenAI when there is a key for it, else sketches.</summary>
    public static IImageProvider Choose(IConfiguration configuration)
    {
        string? key = configuration["OPENAI_API_KEY"];
        if (string.IsNullOrEmpty(key))
        {
            return new SketchProvider();
        }

        var options = new OpenAiOptions { ApiKey = () => key };
        return new OpenAiProvider(
            configuration["OPENAI_BASE_URL"] is { Length: > 0 } address
                ? options with
                {
                    Endpoint = new Uri(address),
                }
                : options
        );
    }
}
