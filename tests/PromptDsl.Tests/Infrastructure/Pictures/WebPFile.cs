namespace PromptDsl.Tests.Infrastructure.Pictures;

/// <summary>Writes WebP containers around picture data that means nothing.</summary>
internal static class WebPFile
{
    public static byte[] Lossy(int width, int height) => Container(LossyChunk(width, height));

    public static byte[] Lossless(int width, int height, bool hasAlpha) =>
        Container(LosslessChunk(width, height, hasAlpha));

    public static byte[] Extended(int width, int height, byte flags, params byte[][] chunks) =>
        Container([
            Chunk(
                "VP8X",
                new ByteWriter().Add(flags, 0, 0, 0).LittleEndian24(width - 1).LittleEndian24(height - 1).ToArray()
            ),
            .. chunks,
        ]);

    public static byte[] LossyChunk(int width, int height) =>
        Chunk(
            "VP8 ",
            new ByteWriter()
                .Add(0x10, 0, 0, 0x9D, 0x01, 0x2A)
                .LittleEndian16(width)
                .LittleEndian16(height)
                .Add(1, 2, 3)
                .ToArray()
        );

    public static byte[] LosslessChunk(int width, int height, bool hasAlpha) =>
        Chunk(
            "VP8L",
            new ByteWriter()
                .Add(0x2F)
                .LittleEndian32((uint)(width - 1) | ((uint)(height - 1) << 14) | (hasAlpha ? 1u << 28 : 0))
                .Add(1, 2)
                .ToArray()
        );

    public static byte[] Chunk(string name, byte[] data) =>
        new ByteWriter()
            .Text(name)
            .LittleEndian32((uint)data.Length)
            .Add(data)
            .Add(data.Length % 2 == 0 ? [] : [0])
            .ToArray();

    public static byte[] Container(params byte[][] chunks)
    {
        byte[] body = PngFile.Join(chunks);
        return new ByteWriter().Text("RIFF").LittleEndian32((uint)body.Length + 4).Text("WEBP").Add(body).ToArray();
    }
}
