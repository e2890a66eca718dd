namespace PromptDsl.Tests.Infrastructure.Pictures;

/// <summary>Writes GIF files whose frames are one pixel.</summary>
internal sealed record GifFile
{
    public int Width { get; init; } = 5;

    public int Height { get; init; } = 4;

    public int Frames { get; init; } = 1;

    public bool IsTransparent { get; init; }

    public string Version { get; init; } = "GIF89a";

    public byte[] ToBytes()
    {
        var file = new ByteWriter().Text(Version).LittleEndian16(Width).LittleEndian16(Height).Add(0x80, 0, 0);
        file.Add(0, 0, 0, 255, 255, 255);
        file.Add(0x21, 0xFF, 11).Text("NETSCAPE2.0").Add(3, 1, 0, 0, 0);
        for (int i = 0; i < Frames; i++)
        {
            file.Add(0x21, 0xF9, 4, (byte)(IsTransparent ? 1 : 0), 0, 0, 0, 0);
            file.Add(0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0x80, 1, 2, 3, 4, 5, 6);
            file.Add(2, 2, 0x44, 0x01, 0);
        }

        return file.Add(0x3B).ToArray();
    }
}
