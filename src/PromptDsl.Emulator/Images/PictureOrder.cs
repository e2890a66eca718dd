using System.Collections.Immutable;
using PromptDsl.Targets;
using PromptDsl.Values;

namespace PromptDsl.Emulator.Images;

/// <summary>A request for pictures that was found in order, with what the model chooses filled in.</summary>
internal sealed record PictureOrder
{
    public required string Endpoint { get; init; }

    public required ImageModel Model { get; init; }

    public required string Prompt { get; init; }

    public int Count { get; init; } = 1;

    public required ImageSize Size { get; init; }

    public required string Quality { get; init; }

    public required string Format { get; init; }

    public required string Background { get; init; }

    public int PartialImages { get; init; }

    public bool IsStream { get; init; }

    public ImmutableArray<InputPicture> Inputs { get; init; } = [];

    public string? InputFidelity { get; init; }

    public string? SafetyIdentifier { get; init; }

    /// <summary>How many frames a GIF has.</summary>
    public int Frames { get; init; } = 1;

    /// <summary>How long a frame is shown, in milliseconds.</summary>
    public int FrameMilliseconds { get; init; }

    /// <summary>Whether addresses are answered in place of bytes.</summary>
    public bool GivesAddresses { get; init; }
}
