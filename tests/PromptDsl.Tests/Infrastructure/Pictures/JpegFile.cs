namespace PromptDsl.Tests.Infrastructure.Pictures;

/// <summary>Writes the markers of JPEG files around picture data that means nothing.</summary>
internal sealed record JpegFile
{
    public int Width { get; init; } = 40;

    public int Height { get; init; } = 30;

    /// <summary>C0 is baseline, C2 progressive.</summary>
    public byte Frame { get; init; } = 0xC0;

    public int? Orientation { get; init; }

    public bool IsExifLittleEndian { get; init; }

    public int Scans { get; init; } = 1;

    public byte[] ToBytes()
    {
        var file = new ByteWriter().Add(0xFF, 0xD8);
        Segment(file, 0xE0, new ByteWriter().Text("JFIF\0").Add(1, 2, 0, 0, 1, 0, 1, 0, 0).ToArray());
        if (Orientation is { } orientation)
        {
            Segment(file, 0xE1, Exif(orientation));
        }

        Segment(file, 0xDB, new byte[65]);
        Segment(file, 0xC4, new byte[17]);
        Segment(
            file,
            Frame,
            new ByteWriter()
                .Add(8)
                .BigEndian16(Height)
                .BigEndian16(Width)
                .Add(3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1)
                .ToArray()
        );
        for (int i = 0; i < Scans; i++)
        {
            Segment(file, 0xDA, [1, 1, 0, 0, 63, 0]);
            file.Add(0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56, 0xFF, 0xFF, 0x00);
        }

        return file.Add(0xFF, 0xD9).ToArray();
    }

    public static void Segment(ByteWriter file, byte marker, byte[] data) =>
        file.Add(0xFF, marker).BigEndian16(data.Length + 2).Add(data);

    private byte[] Exif(int orientation)
    {
        var exif = new ByteWriter().Text("Exif\0\0");
        _ = IsExifLittleEndian
            ? exif.Text("II*\0").LittleEndian32(8).LittleEndian16(2)
            : exif.Text("MM\0*").BigEndian32(8).BigEndian16(2);
        Entry(exif, 0x0100, 1);
        Entry(exif, 0x0112, orientation);
        return exif.BigEndian32(0).ToArray();
    }

    private void Entry(ByteWriter exif, int tag, int value) =>
        _ = IsExifLittleEndian
            ? exif.LittleEndian16(tag).LittleEndian16(3).LittleEndian32(1).LittleEndian32((uint)value)
            : exif.BigEndian16(tag).BigEndian16(3).BigEndian32(1).BigEndian16(value).BigEndian16(0);
}
