using System.Text.Json;
using PromptDsl.Emulator.Images;

namespace PromptDsl.Emulator.Responses;

/// <summary>A request of the Responses API that was found in order.</summary>
/// <param name="Model">The language model.</param>
/// <param name="Order">The picture that its tool makes.</param>
/// <param name="Action"><c>generate</c> or <c>edit</c>.</param>
/// <param name="Tools">The tools as they were sent.</param>
/// <param name="PreviousResponseId">The response that it goes on from.</param>
/// <param name="IsStored">Whether others can go on from it.</param>
internal sealed record Conversation(
    string Model,
    PictureOrder Order,
    string Action,
    JsonElement Tools,
    string? PreviousResponseId,
    bool IsStored
);
