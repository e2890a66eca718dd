using System.Collections.Immutable;
using PromptDsl.Compilation;
using PromptDsl.Targets.Requests;

namespace PromptDsl.Runtime.Providers;

/// <summary>A request with everything that was known only at run time.</summary>
public sealed record ProviderRequest
{
    /// <summary>The stage that it is for: what it declares, and its <see cref="ImageRequest"/>.</summary>
    public required CompiledStage Stage { get; init; }

    /// <summary>What is sent.</summary>
    public ImageRequest Request => Stage.Request;

    /// <summary>The input pictures, in the order of <see cref="ImageRequest.Inputs"/>.</summary>
    public ImmutableArray<InputFile> Inputs { get; init; } = [];

    /// <summary>The mask, when the request has one.</summary>
    public InputFile? Mask { get; init; }

    /// <summary>The id of the response that a conversation goes on from, when the request names a stage for it.</summary>
    public string? PreviousResponseId { get; init; }

    /// <summary>Which sending of the same request it is, from 0; less than <see cref="ImageRequest.Repeat"/>.</summary>
    public int Ordinal { get; init; }

    /// <summary>The folder for pictures; it exists, and nothing else writes into it.</summary>
    public required string Folder { get; init; }

    /// <summary>
    /// Called when the last byte of an answer has come, before its pictures are in their files: another request may take
    /// the place of this one meanwhile. It does not throw; a provider that cannot tell does not call it.
    /// </summary>
    public Action? OnAnswered { get; init; }

    /// <summary>Called for each partial picture, from any thread, after its file is written; it does not throw.</summary>
    public Action<PartialPicture>? OnPartial { get; init; }
}
