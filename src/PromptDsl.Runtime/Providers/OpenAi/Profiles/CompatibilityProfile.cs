using System.Collections.Immutable;

namespace PromptDsl.Runtime.Providers.OpenAi.Profiles;

/// <summary>How a server that speaks the image APIs differs from OpenAI; the defaults are OpenAI itself.</summary>
public sealed record CompatibilityProfile
{
    /// <summary>The name by which it is chosen, such as <c>vllm-omni</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What people call the server.</summary>
    public required string Title { get; init; }

    /// <summary>Where the deviations were read, and when.</summary>
    public required string Source { get; init; }

    /// <summary>Whether requests cost money.</summary>
    public bool IsPaid { get; init; } = true;

    /// <summary>Whether it answers no request without a key.</summary>
    public bool NeedsKey { get; init; } = true;

    /// <summary>The header that carries the bare key; null for <c>Authorization: Bearer</c>.</summary>
    public string? KeyHeader { get; init; }

    /// <summary>Whether an address may lead to deployments: <c>…/openai/deployments/NAME?api-version=VERSION</c>.</summary>
    public bool HasDeployments { get; init; }

    /// <summary>The endpoints that it has, such as <c>/v1/images/edits</c>.</summary>
    public ImmutableArray<string> Endpoints { get; init; } =
    ["/v1/images/generations", "/v1/images/edits", "/v1/responses"];

    /// <summary>Whether it takes batches of requests, and files.</summary>
    public bool TakesBatches { get; init; }

    /// <summary>Whether edits may have a JSON body; else they are multipart.</summary>
    public bool TakesJsonEdits { get; init; }

    /// <summary>Whether it must be told to send the picture itself rather than its address.</summary>
    public bool AsksForBase64 { get; init; }

    /// <summary>Fields that it refuses or misreads, and that are left out.</summary>
    public ImmutableArray<string> LeftOut { get; init; } = [];

    /// <summary>Whether it misreads <c>size: auto</c>, which is left out then.</summary>
    public bool MisreadsAutoSize { get; init; }

    /// <summary>Output formats that it does not make.</summary>
    public ImmutableArray<string> MissingFormats { get; init; } = [];

    /// <summary>Output formats that it does not make of edits.</summary>
    public ImmutableArray<string> MissingEditFormats { get; init; } = [];

    /// <summary>The types of input pictures that it does not take, such as <c>image/webp</c>.</summary>
    public ImmutableArray<string> MissingInputTypes { get; init; } = [];

    /// <summary>What it has in place of edits; null when it has edits, or neither.</summary>
    public InpaintingForm? Inpainting { get; init; }

    /// <summary>The name of each picture of a multipart edit; null for <c>image</c>, and <c>image[]</c> for several.</summary>
    public string? ImagePart { get; init; }

    /// <summary>The name of the mask of a multipart edit.</summary>
    public string MaskPart { get; init; } = "mask";

    /// <summary>Whether a mask is grey, and white is what is painted anew; else it is what is transparent.</summary>
    public bool TakesGreyMask { get; init; }

    /// <summary>Texts that it would take out of a prompt as orders, and what is sent in their place.</summary>
    public ImmutableArray<PromptEscape> Escapes { get; init; } = [];

    public override string ToString() => Name;
}
