using System.Collections.Immutable;

namespace PromptDsl.Runtime.Providers.OpenAi.Profiles;

/// <summary>
/// The servers whose deviations are known. What they ignore without harm is sent all the same; usage is
/// read where it is sent, errors in every form, and pictures by their address too, whatever the profile.
/// </summary>
public static class CompatibilityProfiles
{
    private const string Generations = "/v1/images/generations";
    private const string Edits = "/v1/images/edits";

    /// <summary>OpenAI.</summary>
    public static CompatibilityProfile OpenAi { get; } =
        new()
        {
            Name = "openai",
            Title = "OpenAI",
            Source = "type docs of the OpenAI Node SDK 7.55.0, 2026-11-10",
            TakesBatches = true,
            TakesJsonEdits = true,
        };

    /// <summary>
    /// Azure. The endpoint is <c>https://NAME.openai.azure.com/openai/v1</c>, and the model is the name of a deployment; or
    /// <c>https://NAME.openai.azure.com/openai/deployments/DEPLOYMENT?api-version=VERSION</c>, in which the name of
    /// the deployment may be left out where it is that of the model.
    /// </summary>
    public static CompatibilityProfile Azure { get; } =
        new()
        {
            Name = "azure",
            Title = "Azure OpenAI",
            Source = "MicrosoftDocs/azure-ai-docs 094ebed, 2025-09",
            KeyHeader = "api-key",
            HasDeployments = true,
            MissingFormats = ["webp"],
            MissingInputTypes = ["image/webp"],
        };

    /// <summary>
    /// LocalAI. It answers with an address of its own unless told otherwise, always in PNG. Its inpainting always
    /// answers with an address, of a picture of 512x512.
    /// </summary>
    public static CompatibilityProfile LocalAi { get; } =
        Local("localai", "LocalAI", "source of mudler/LocalAI 82c191a, 2026-08-22") with
        {
            // Its documentation names edits, its code registers no such route.
            Endpoints = [Generations],
            Inpainting = new InpaintingForm("/v1/images/inpainting", ["model", "prompt"]),
            // What is white is painted anew.
            TakesGreyMask = true,
            MissingFormats = ["jpeg", "webp", "gif", "svg"],
            // What follows a bar is taken as the negative prompt.
            Escapes = [new PromptEscape("|", "/")],
        };

    /// <summary>vLLM-Omni. It streams its multi-stage models alone, with events of its own.</summary>
    public static CompatibilityProfile VllmOmni { get; } =
        Local("vllm-omni", "vLLM-Omni", "docs of vllm-project/vllm-omni d34e6ac and 0d39365, 2026") with
        {
            ImagePart = "image",
            MaskPart = "mask_image",
            TakesGreyMask = true,
        };

    /// <summary>SGLang. It refuses to answer generations with an address.</summary>
    public static CompatibilityProfile Sglang { get; } =
        Local("sglang", "SGLang", "docs of sgl-project/sglang 11f22d9, 2026");

    /// <summary>Xinference. It answers with an address unless told otherwise.</summary>
    public static CompatibilityProfile Xinference { get; } =
        Local("xinference", "Xinference", "source of xorbitsai/inference 7ecec16, 2026-08-23");

    /// <summary>The server of stable-diffusion.cpp. It reads prompt, n, size, format and compression alone.</summary>
    public static CompatibilityProfile SdCpp { get; } =
        Local("sd-cpp", "stable-diffusion.cpp", "source of leejet/stable-diffusion.cpp 97d2990, 2026-08-19") with
        {
            MissingFormats = ["gif", "svg"],
            MissingEditFormats = ["webp"],
            // It reads one channel of the mask.
            TakesGreyMask = true,
            // Between these tags a prompt carries settings of the server.
            Escapes = [new PromptEscape("<sd_cpp_extra_args>", "(sd_cpp_extra_args)")],
        };

    /// <summary>All of them, in the order of their description.</summary>
    public static ImmutableArray<CompatibilityProfile> All { get; } =
    [OpenAi, Azure, LocalAi, VllmOmni, Sglang, Xinference, SdCpp];

    /// <summary>The profile of a name, or null.</summary>
    public static CompatibilityProfile? Find(string name) => All.FirstOrDefault(profile => profile.Name == name);

    /// <summary>What the servers have in common that one runs oneself.</summary>
    private static CompatibilityProfile Local(string name, string title, string source) =>
        new()
        {
            Name = name,
            Title = title,
            Source = source,
            IsPaid = false,
            NeedsKey = false,
            Endpoints = [Generations, Edits],
            AsksForBase64 = true,
            LeftOut = ["stream", "partial_images"],
            MisreadsAutoSize = true,
        };
}
