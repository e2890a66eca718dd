using PromptDsl.Assets;

namespace PromptDsl.Emulator.Images;

/// <summary>A picture that came with a request.</summary>
/// <param name="Facts">What it is; null for one behind an address, which is not fetched.</param>
internal sealed record InputPicture(AssetFacts? Facts);
