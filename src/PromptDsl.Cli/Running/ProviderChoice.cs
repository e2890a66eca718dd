using PromptDsl.Cli.CommandLine;
using PromptDsl.Cli.Configuration;
using PromptDsl.Runtime.Providers;
using PromptDsl.Runtime.Providers.OpenAi;
using PromptDsl.Runtime.Providers.OpenAi.Profiles;
using PromptDsl.Runtime.Sketch;

namespace PromptDsl.Cli.Running;

/// <summary>Decides who makes the pictures; the only place that reads a key, and it reads it from the environment.</summary>
internal static class ProviderChoice
{
    private const string KeyVariable = "OPENAI_API_KEY";

    /// <summary>The provider that command line, configuration and environment choose, in this order.</summary>
    /// <exception cref="UsageException">The address is none, or there is no key for it.</exception>
    public static IImageProvider Choose(RunSettings settings, CommandContext context)
    {
        ConfigurationFile configuration = context.ConfigurationOf(context.Host.WorkingDirectory);
        bool isSketch =
            settings.IsOffline
            || (settings.BaseUrl is null && configuration.Get(ConfigurationKeys.Provider)?.Text == "sketch");
        return isSketch ? new SketchProvider() : new OpenAiProvider(OptionsOf(settings, configuration, context));
    }

    private static OpenAiOptions OptionsOf(
        RunSettings settings,
        ConfigurationFile configuration,
        CommandContext context
    )
    {
        string? Variable(string name) => context.Host.GetEnvironmentVariable(name) is { Length: > 0 } v ? v : null;
        var defaults = new OpenAiOptions();
        string? address =
            settings.BaseUrl ?? configuration.Get(ConfigurationKeys.BaseUrl)?.Text ?? Variable("OPENAI_BASE_URL");
        string profile =
            settings.Profile ?? configuration.Get(ConfigurationKeys.Profile)?.Text ?? defaults.Profile.Name;
        CompatibilityProfile known = CompatibilityProfiles.Find(profile)!;
        if (address is null && profile != defaults.Profile.Name)
        {
            throw new UsageException(
                $"the profile `{profile}` needs the address of its server",
                "Give it with `--base-url`, as `base-url` in promptc.yaml, or in OPENAI_BASE_URL."
            );
        }

        string? key = Variable(KeyVariable);
        if (key is null && known.NeedsKey)
        {
            throw new UsageException(
                $"there is no key: {KeyVariable} is not set",
                "Set it, or use `--offline` for sketches that need none."
            );
        }

        OpenAiOptions options = defaults with
        {
            ApiKey = () => key,
            Endpoint = address is null ? defaults.Endpoint : ReadAddress(address),
            Profile = known,
            Organization = Variable("OPENAI_ORG_ID"),
            Project = Variable("OPENAI_PROJECT_ID"),
        };
        return options.EndpointProblem is { } problem
            ? throw new UsageException($"the base address cannot be used: {Inner(problem)}")
            : options;
    }

    // A sentence as a part of another.
    private static string Inner(string sentence) => $"{char.ToLowerInvariant(sentence[0])}{sentence[1..].TrimEnd('.')}";

    private static Uri ReadAddress(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri)
        && uri is { Scheme: "http" or "https", UserInfo.Length: 0 }
            ? uri
            : throw new UsageException(
                "the base address is not one of a server",
                "Write it as http://127.0.0.1:8080/v1, without a user name or a password."
            );
}
