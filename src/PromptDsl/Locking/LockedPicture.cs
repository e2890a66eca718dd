using PromptDsl.Assets;
using PromptDsl.Values;

namespace PromptDsl.Locking;

/// <summary>A picture file as it was when it was locked.</summary>
/// <param name="Sha256">Of its bytes, in lower-case hexadecimal.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Size">Its dimensions; null when they could not be read.</param>
public sealed record LockedPicture(string Sha256, long Bytes, ImageSize? Size)
{
    /// <summary>The picture as it is now; null when its bytes could not be read.</summary>
    internal static LockedPicture? Of(AssetFacts facts) =>
        facts.Sha256 is { } hash ? new LockedPicture(hash, facts.Bytes, facts.Size) : null;
}
