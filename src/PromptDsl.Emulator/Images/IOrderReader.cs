using PromptDsl.Emulator.Http;

namespace PromptDsl.Emulator.Images;

/// <summary>Reads a request of the Images API.</summary>
internal interface IOrderReader
{
    /// <summary>Reads one.</summary>
    /// <exception cref="ApiException">The request is not accepted.</exception>
    PictureOrder Read(ApiRequest request);
}
