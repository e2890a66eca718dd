using System.Collections.Immutable;

namespace PromptDsl.Runtime.Sketch.Wire;

/// <summary>A request for pictures as its body says it.</summary>
internal sealed record WireRequest
{
    public required WireRoute Route { get; init; }

    /// <summary>What identifies the request: the same bytes have the same id.</summary>
    public required string Id { get; init; }

    public string? Model { get; init; }

    /// <summary>How many pictures are asked for.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Width × height, <c>auto</c>, or null.</summary>
    public string? Size { get; init; }

    public string? Quality { get; init; }

    public string? Background { get; init; }

    public string OutputFormat { get; init; } = "png";

    /// <summary>In percent.</summary>
    public int? OutputCompression { get; init; }

    public int PartialImages { get; init; }

    public bool IsStream { get; init; }

    /// <summary>The files of the input pictures, in order.</summary>
    public ImmutableArray<byte[]> Images { get; init; } = [];

    /// <summary>The file of the mask.</summary>
    public byte[]? Mask { get; init; }

    public string? PreviousResponseId { get; init; }
}
