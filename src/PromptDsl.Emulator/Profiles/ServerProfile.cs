namespace PromptDsl.Emulator.Profiles;

/// <summary>How a server differs from OpenAI's.</summary>
internal sealed record ServerProfile
{
    private static readonly string[] ImageEndpoints =
    [
        Http.Endpoints.Generations,
        Http.Endpoints.Edits,
        Http.Endpoints.Models,
        Http.Endpoints.Pictures,
    ];

    /// <summary>Whether requests are checked against the catalog; a local server reads what it knows and ignores the rest.</summary>
    public bool IsStrict { get; init; }

    public IReadOnlyList<string> Endpoints { get; init; } = ImageEndpoints;

    public ErrorShape Errors { get; init; }

    /// <summary>The code of a refusal by moderation.</summary>
    public string ModerationCode { get; init; } = "moderation_blocked";

    /// <summary>Whether a request needs a key.</summary>
    public bool NeedsKey { get; init; }

    /// <summary>Whether the key may come in a header of its own, and deployments in the path.</summary>
    public bool IsAzure { get; init; }

    public bool AllowsWebP { get; init; } = true;

    /// <summary>Whether addresses are answered unless base64 is asked for.</summary>
    public bool GivesAddresses { get; init; }

    /// <summary>Whether generations refuse <c>response_format=url</c>.</summary>
    public bool RefusesAddresses { get; init; }

    /// <summary>Whether the addresses lack the server.</summary>
    public bool HasRelativeAddresses { get; init; }

    /// <summary>The part of an edit's form that holds its mask.</summary>
    public string MaskName { get; init; } = "mask";

    /// <summary>The parts of an edit's form that hold its pictures.</summary>
    public IReadOnlyList<string> InputNames { get; init; } = ["image[]", "image"];

    /// <summary>Whether pictures of an edit may be given by their address, in the field <c>url</c>.</summary>
    public bool TakesInputAddresses { get; init; }

    /// <summary>Whether an edit without a size keeps that of its first picture.</summary>
    public bool EditsKeepSize { get; init; }

    /// <summary>Whether a stream is refused, where others answer it as if it had not been asked for.</summary>
    public bool RefusesStreams { get; init; }

    /// <summary>The size where none is asked for, or one that cannot be read.</summary>
    public string DefaultSize { get; init; } = "1024x1024";

    /// <summary>Whether a size that cannot be read is an error.</summary>
    public bool RefusesUnreadableSizes { get; init; }

    /// <summary>Whether <c>output_format</c> is ignored.</summary>
    public bool GivesPngAlways { get; init; }

    public static ServerProfile Of(EmulatorProfile profile) =>
        profile switch
        {
            EmulatorProfile.OpenAI => new()
            {
                IsStrict = true,
                NeedsKey = true,
                Endpoints = [.. Http.Endpoints.All.Except([Http.Endpoints.Pictures, Http.Endpoints.Inpainting])],
            },
            EmulatorProfile.Azure => new()
            {
                IsStrict = true,
                NeedsKey = true,
                IsAzure = true,
                AllowsWebP = false,
                ModerationCode = "contentFilter",
                Endpoints =
                [
                    Http.Endpoints.Generations,
                    Http.Endpoints.Edits,
                    Http.Endpoints.Responses,
                    Http.Endpoints.Files,
                    Http.Endpoints.Batches,
                    Http.Endpoints.Models,
                ],
            },
            EmulatorProfile.LocalAI => new()
            {
                GivesAddresses = true,
                DefaultSize = "512x512",
                GivesPngAlways = true,
                Endpoints =
                [
                    Http.Endpoints.Generations,
                    Http.Endpoints.Inpainting,
                    Http.Endpoints.Models,
                    Http.Endpoints.Pictures,
                ],
            },
            EmulatorProfile.VllmOmni => new()
            {
                Errors = ErrorShape.Detail,
                InputNames = ["image"],
                MaskName = "mask_image",
                TakesInputAddresses = true,
                EditsKeepSize = true,
                RefusesAddresses = true,
                RefusesStreams = true,
                RefusesUnreadableSizes = true,
            },
            EmulatorProfile.Sglang => new() { RefusesAddresses = true, HasRelativeAddresses = true },
            EmulatorProfile.Xinference => new()
            {
                Errors = ErrorShape.Detail,
                GivesAddresses = true,
                InputNames = ["image", "image[]", "images", "images[]"],
                EditsKeepSize = true,
                RefusesUnreadableSizes = true,
            },
            _ => new() { Errors = ErrorShape.Text },
        };
}
