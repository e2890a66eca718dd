namespace PromptDsl.Emulator;

/// <summary>Whose server is played, with its deviations from OpenAI's.</summary>
public enum EmulatorProfile
{
    /// <summary>OpenAI itself.</summary>
    OpenAI,

    /// <summary>Azure OpenAI: an <c>api-key</c> header, deployments in the path, no WebP, its own moderation code.</summary>
    Azure,

    /// <summary>LocalAI: gives addresses of pictures unless asked for base64, has inpainting in place of edits.</summary>
    LocalAI,

    /// <summary>vLLM-Omni: errors in the style of FastAPI, pictures by <c>url</c>, <c>mask_image</c>, no streaming.</summary>
    VllmOmni,

    /// <summary>SGLang: base64 alone from generations, relative addresses from edits.</summary>
    Sglang,

    /// <summary>Xinference: gives addresses of pictures unless asked for base64.</summary>
    Xinference,

    /// <summary>The server of stable-diffusion.cpp: errors are plain strings, unknown parameters are ignored.</summary>
    SdCpp,
}
