using System.Collections.Immutable;
using PromptDsl.Runtime.Caching;
using PromptDsl.Runtime.Providers;
using PromptDsl.Targets.Requests;

namespace PromptDsl.Runtime.Execution;

/// <summary>What a stage sends beside its fields.</summary>
/// <param name="Pictures">The input pictures in the order of the request.</param>
/// <param name="Mask">The mask, if the request has one.</param>
/// <param name="PreviousResponse">The response that its conversation goes on from.</param>
internal sealed record NodeInputs(ImmutableArray<InputFile> Pictures, InputFile? Mask, string? PreviousResponse)
{
    public string KeyOf(IImageProvider provider, ImageRequest request, int ordinal) =>
        RequestKey.Of(provider, request, [.. Pictures.Select(p => p.Sha256)], Mask?.Sha256, PreviousResponse, ordinal);
}
