namespace PromptDsl.Targets;

/// <summary>The endpoints that serve a model. A retired model is served by none.</summary>
public sealed record ModelEndpoints
{
    /// <summary><c>/v1/images/generations</c></summary>
    public Fact<bool> Generations { get; init; }

    /// <summary><c>/v1/images/edits</c></summary>
    public Fact<bool> Edits { get; init; }

    /// <summary>The image generation tool of <c>/v1/responses</c>.</summary>
    public Fact<bool> Responses { get; init; }

    /// <summary><c>/v1/batches</c></summary>
    public Fact<bool> Batch { get; init; }

    internal ModelEndpoints Over(ModelEndpoints under) =>
        new()
        {
            Generations = Generations.Or(under.Generations),
            Edits = Edits.Or(under.Edits),
            Responses = Responses.Or(under.Responses),
            Batch = Batch.Or(under.Batch),
        };
}
