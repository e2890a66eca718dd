using System.Collections.Immutable;
using PromptDsl.Emulator.Faults;

namespace PromptDsl.Emulator.Http;

/// <summary>A request that was read whole.</summary>
internal sealed record ApiRequest
{
    /// <summary>One of <see cref="Endpoints"/>.</summary>
    public required string Endpoint { get; init; }

    public required string Method { get; init; }

    /// <summary>The parts of the path after the endpoint: an id, <c>content</c>, <c>cancel</c>.</summary>
    public ImmutableArray<string> Rest { get; init; } = [];

    /// <summary>The deployment that a path of Azure names.</summary>
    public string? Deployment { get; init; }

    /// <summary>The values of the body.</summary>
    public required Parameters Parameters { get; init; }

    /// <summary>The values of the query.</summary>
    public Parameters Query { get; init; } = Parameters.None();

    public Fault? Fault { get; init; }

    public bool IsInBatch { get; init; }

    /// <summary>Where the server is reached, for addresses in answers.</summary>
    public string Origin { get; init; } = "";

    public bool Has(FaultKind kind) => Fault?.Kind == kind;
}
