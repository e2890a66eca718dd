namespace PromptDsl.Runtime.Providers;

/// <summary>A picture as it was received.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Sha256">The hash of the bytes, in lower-case hexadecimal.</param>
/// <param name="Length">In bytes.</param>
public sealed record PictureFile(string Path, string Sha256, long Length);
