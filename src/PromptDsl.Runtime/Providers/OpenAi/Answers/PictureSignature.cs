namespace PromptDsl.Runtime.Providers.OpenAi.Answers;

/// <summary>Tells the format of a picture from its first bytes.</summary>
internal static class PictureSignature
{
    /// <summary>How many bytes are looked at.</summary>
    public const int Length = 512;

    /// <summary>The file extension with its dot, or null when the bytes begin no picture.</summary>
    public static string? ExtensionOf(ReadOnlySpan<byte> start) =>
        start switch
        {
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => ".png",
            [0xFF, 0xD8, 0xFF, ..] => ".jpg",
            _ when start.StartsWith("GIF8"u8) => ".gif",
            _ when start.Length >= 12 && start.StartsWith("RIFF"u8) && start[8..].StartsWith("WEBP"u8) => ".webp",
            _ when IsSvg(start) => ".svg",
            _ => null,
        };

    private static bool IsSvg(ReadOnlySpan<byte> start)
    {
        ReadOnlySpan<byte> text = start.StartsWith("\uFEFF"u8) ? start[3..] : start;
        text = text.TrimStart(" \t\r\n"u8);
        return text.StartsWith("<"u8) && text.IndexOf("<svg"u8) >= 0;
    }
}
