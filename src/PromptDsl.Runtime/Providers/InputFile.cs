namespace PromptDsl.Runtime.Providers;

/// <summary>An input picture on disk.</summary>
/// <param name="Path">The path of the file.</param>
/// <param name="FileName">The name by which it is sent; it says nothing about the machine.</param>
/// <param name="ContentType"><c>image/png</c>, <c>image/jpeg</c> or <c>image/webp</c>.</param>
/// <param name="Sha256">The hash of the bytes, in lower-case hexadecimal.</param>
/// <param name="Length">In bytes.</param>
public sealed record InputFile(string Path, string FileName, string ContentType, string Sha256, long Length);
