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
    private const string AddressVariable = "OPENAI_BASE_URL";

    /// <summary>The provider that command line, configuration and environment choose, in this order.</summary>
    /// <exception cref="UsageException">The address is none, or there is no key for it.</exception>
    public static IImageProvider Choose(RunSettings settings, CommandContext context)
    {
        ConfigurationFile configuration = context.ConfigurationOf(context.Host.WorkingDirectory);
        if (IsSketch(settings, configuration))
        {
            return new SketchProvider();
        }

        OpenAiOptions options = ServerOf(settings, configuration, context);
        string? key = ReadHeader(KeyVariable, context);
        return key is null && options.Profile.NeedsKey
            ? throw new UsageException(
                $"there is no key: {KeyVariable} is not set",
                "Set it, or use `--offline` for sketches that need none."
            )
            : new OpenAiProvider(
                options with
                {
                    ApiKey = () => key,
                    Organization = ReadHeader("OPENAI_ORG_ID", context),
                    Project = ReadHeader("OPENAI_PROJECT_ID", context),
                }
            );
    }

    /// <summary>
    /// The provider that a run would have, to ask what it would send: nothing can be sent, as it has no key. Null when
    /// that is free.
    /// </summary>
    /// <exception cref="UsageException">The address is none.</exception>
    public static IImageProvider? ChooseForForecast(CommandContext context)
    {
        var settings = new RunSettings();
        ConfigurationFile configuration = context.ConfigurationOf(context.Host.WorkingDirectory);
        return IsSketch(settings, configuration)
            ? null
            : new OpenAiProvider(ServerOf(settings, configuration, context));
    }

    private static bool IsSketch(RunSettings settings, ConfigurationFile configuration) =>
        settings.IsOffline
        || (settings.BaseUrl is null && configuration.Get(ConfigurationKeys.Provider)?.Text == "sketch");

    private static OpenAiOptions ServerOf(RunSettings settings, ConfigurationFile configuration, CommandContext context)
    {
        var defaults = new OpenAiOptions();
        string profile =
            settings.Profile ?? configuration.Get(ConfigurationKeys.Profile)?.Text ?? defaults.Profile.Name;
        Uri? endpoint = ReadEndpoint(settings, configuration, context);
        if (endpoint is null && profile != defaults.Profile.Name)
        {
            throw new UsageException(
                $"the profile `{profile}` needs the address of its server",
                $"Give it with `--base-url`, as `run.base-url` in promptc.yaml, or in {AddressVariable}."
            );
        }

        OpenAiOptions options = defaults with
        {
            Endpoint = endpoint ?? defaults.Endpoint,
            Profile = CompatibilityProfiles.Find(profile)!,
        };
        return options.EndpointProblem is { } problem
            ? throw new UsageException($"the base address cannot be used: {Inner(problem)}")
            : options;
    }

    // A sentence as a part of another.
    private static string Inner(string sentence) => $"{char.ToLowerInvariant(sentence[0])}{sentence[1..].TrimEnd('.')}";

    /// <summary>
    /// The value of a variable that is sent as a header. White space around it is dropped, as files with keys end in a
    /// line break; null when nothing is left.
    /// </summary>
    /// <exception cref="UsageException">It has characters that no header takes.</exception>
    private static string? ReadHeader(string variable, CommandContext context)
    {
        string value = context.Host.GetEnvironmentVariable(variable)?.Trim() ?? "";
        return value.All(c => c is > ' ' and <= '~')
            ? value.Length > 0
                ? value
                : null
            : throw new UsageException(
                $"{variable} has a space, a line break or a character that is not ASCII",
                "Set it to the value alone."
            );
    }

    private static Uri? ReadEndpoint(RunSettings settings, ConfigurationFile configuration, CommandContext context)
    {
        if (settings.BaseUrl is { } named)
        {
            return ReadAddress(named, "--base-url");
        }

        if (configuration.Get(ConfigurationKeys.BaseUrl)?.Text is { } configured)
        {
            return ReadAddress(configured, "run.base-url in promptc.yaml");
        }

        return context.Host.GetEnvironmentVariable(AddressVariable)?.Trim() is { Length: > 0 } address
            ? ReadAddress(address, AddressVariable)
            : null;
    }

    // The address is not repeated: a password may be in it.
    private static Uri ReadAddress(string address, string origin) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri)
        && uri is { Scheme: "http" or "https", UserInfo.Length: 0 }
            ? uri
            : throw new UsageException(
                $"{origin} is not the address of a server",
                "Write it as http://127.0.0.1:8080/v1, without a user name or a password."
            );
}
