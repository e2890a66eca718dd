using PromptDsl.Runtime.Providers.OpenAi.Profiles;

namespace PromptDsl.Runtime.Providers.OpenAi.Transport;

/// <summary>The address of a server, taken apart.</summary>
internal sealed record ServiceAddress
{
    private const string VersionName = "api-version=";

    private static readonly string[] AddedPaths = ["images/generations", "images/edits"];

    /// <summary>What paths are added to: no user name, password or query.</summary>
    public required Uri Base { get; init; }

    /// <summary>What each request says as <c>api-version</c>; null for nothing.</summary>
    public string? Version { get; init; }

    /// <summary>Whether it leads to deployments of Azure, which have the Images API alone.</summary>
    public bool HasDeployments { get; init; }

    /// <summary>Whether it ends before the name of the deployment, which is then that of the model.</summary>
    public bool LacksDeployment { get; init; }

    /// <summary>The address as it is shown and recorded.</summary>
    public string Shown => Version is null ? Base.AbsoluteUri : $"{Base.AbsoluteUri}?{VersionName}{Version}";

    /// <summary>Why requests cannot be sent to an address; null when they can.</summary>
    public static string? ProblemOf(Uri address, CompatibilityProfile profile)
    {
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            return $"'{address}' is no address that begins with http:// or https://.";
        }

        string path = address.AbsolutePath.TrimEnd('/');
        if (Array.Find(AddedPaths, added => path.EndsWith('/' + added, StringComparison.Ordinal)) is { } end)
        {
            return $"The address ends in /{end}, which is added to it: leave that out.";
        }

        // What is in a query may be a secret, so that it is not repeated.
        string? version = VersionOf(address);
        return address.Query.Length > 1 && version is null
                ? $"The address has a query that is not sent: only {VersionName}VERSION may be there."
            : version is null && DeploymentsOf(address, profile) is not null
                ? $"An address with deployments needs the version of the API: add ?{VersionName}VERSION."
            : null;
    }

    /// <summary>Takes an address apart.</summary>
    /// <exception cref="ArgumentException">Nothing can be sent to it.</exception>
    public static ServiceAddress Of(Uri address, CompatibilityProfile profile)
    {
        if (ProblemOf(address, profile) is { } problem)
        {
            throw new ArgumentException(problem, nameof(address));
        }

        string[]? deployments = DeploymentsOf(address, profile);
        return new ServiceAddress
        {
            Base = new Uri(
                address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
            ),
            Version = VersionOf(address),
            HasDeployments = deployments is not null,
            LacksDeployment = deployments is [],
        };
    }

    private static string? VersionOf(Uri address) =>
        address.Query.TrimStart('?') is var query
        && query.StartsWith(VersionName, StringComparison.Ordinal)
        && query.Length > VersionName.Length
        && !query.Contains('&', StringComparison.Ordinal)
            ? query[VersionName.Length..]
            : null;

    // The parts of the path after "openai/deployments"; null when it has no such.
    private static string[]? DeploymentsOf(Uri address, CompatibilityProfile profile)
    {
        string[] parts = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        int last = Array.LastIndexOf(parts, "deployments");
        return profile.HasDeployments && last > 0 && parts[last - 1] == "openai" ? parts[(last + 1)..] : null;
    }
}
