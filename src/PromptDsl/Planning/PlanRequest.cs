using System.Collections.Immutable;

namespace PromptDsl.Planning;

/// <summary>A request of a plan. What is null is not sent, and left to the API.</summary>
public sealed record PlanRequest
{
    /// <summary>The path of the endpoint.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The image model.</summary>
    public required string Model { get; init; }

    /// <summary>The language model that holds the conversation.</summary>
    public required string? ConversationModel { get; init; }

    /// <summary>The size in pixels, or <c>auto</c>.</summary>
    public required string? Size { get; init; }

    public required string? Quality { get; init; }

    /// <summary>The format of the file that comes back.</summary>
    public required string? Format { get; init; }

    /// <summary>How many pictures one sending gives.</summary>
    public required int Count { get; init; }

    /// <summary>How often it is sent.</summary>
    public required int Repeat { get; init; }

    /// <summary>How many partial images are streamed before each picture.</summary>
    public required int PartialImages { get; init; }

    /// <summary>The input pictures in the order in which they are sent.</summary>
    public required ImmutableArray<PlanInput> Inputs { get; init; }

    /// <summary>The file of the mask.</summary>
    public required string? Mask { get; init; }

    /// <summary>The stage whose conversation goes on.</summary>
    public required string? PreviousResponse { get; init; }

    /// <summary>The SHA-256 of the prompt as UTF-8, in lower-case hexadecimal.</summary>
    public required string PromptSha256 { get; init; }

    /// <summary>The SHA-256 of everything that is sent, with files and stages by name.</summary>
    public required string RequestSha256 { get; init; }
}
