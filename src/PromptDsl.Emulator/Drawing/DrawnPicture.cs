namespace PromptDsl.Emulator.Drawing;

/// <summary>A picture as it is answered.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="Base64">The text of it, which a fault may have broken.</param>
internal sealed record DrawnPicture(byte[] Bytes, string Base64);
