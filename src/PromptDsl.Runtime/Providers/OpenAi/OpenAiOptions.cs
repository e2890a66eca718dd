using PromptDsl.Runtime.Providers.OpenAi.Profiles;
using PromptDsl.Runtime.Providers.OpenAi.Transport;
using PromptDsl.Targets;

namespace PromptDsl.Runtime.Providers.OpenAi;

/// <summary>Where requests go and how.</summary>
public sealed record OpenAiOptions
{
    /// <summary>
    /// Gives the key, each time that one is sent; null or nothing where a server needs none. The environment
    /// is not read here.
    /// </summary>
    public Func<string?>? ApiKey { get; init; }

    /// <summary>
    /// The address that paths such as <c>images/generations</c> are added to, with its <c>/v1</c> where there
    /// is one.
    /// </summary>
    public Uri Endpoint { get; init; } = new("https://api.openai.com/v1");

    /// <summary>Why nothing can be sent to <see cref="Endpoint"/>, in one sentence; null when it can.</summary>
    public string? EndpointProblem => ServiceAddress.ProblemOf(Endpoint, Profile);

    /// <summary>The organization that is charged, for keys that belong to several.</summary>
    public string? Organization { get; init; }

    /// <summary>The project that is charged, for keys that belong to several.</summary>
    public string? Project { get; init; }

    /// <summary>How the server differs from OpenAI.</summary>
    public CompatibilityProfile Profile { get; init; } = CompatibilityProfiles.OpenAi;

    /// <summary>
    /// How long to wait for the answer to begin, and then for each next piece of it. Pictures take minutes;
    /// one that has come too late is paid for all the same.
    /// </summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>What is known about models: which of them take batches.</summary>
    public ModelCatalog Catalog { get; init; } = ModelCatalog.BuiltIn;

    /// <summary>The clock that dates in headers are held against.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>What carries requests, and stays the caller's; null for the connections that all providers share.</summary>
    public HttpMessageHandler? Handler { get; init; }
}
