using System.IO.Compression;

namespace PromptDsl.Tests.Infrastructure.Pictures;

/// <summary>Writes PNG files, sound ones and others.</summary>
internal sealed record PngFile
{
    private static readonly int[] Adam7X = [0, 4, 0, 2, 0, 1, 0];
    private static readonly int[] Adam7Y = [0, 0, 4, 0, 2, 0, 1];
    private static readonly int[] Adam7StepX = [8, 8, 4, 4, 2, 2, 1];
    private static readonly int[] Adam7StepY = [8, 8, 8, 4, 4, 2, 2];

    public int Width { get; init; } = 3;

    public int Height { get; init; } = 2;

    public int Depth { get; init; } = 8;

    public int Color { get; init; } = 6;

    public bool IsInterlaced { get; init; }

    public byte[]? Palette { get; init; }

    public byte[]? Transparency { get; init; }

    public uint? Frames { get; init; }

    /// <summary>The samples, by column, row and channel.</summary>
    public Func<int, int, int, int> Sample { get; init; } = (_, _, _) => 255;

    /// <summary>The filter of each row.</summary>
    public Func<int, int> Filter { get; init; } = _ => 0;

    /// <summary>How many bytes each IDAT has at most.</summary>
    public int DataChunk { get; init; } = int.MaxValue;

    /// <summary>The decompressed data, if not what the samples give.</summary>
    public byte[]? Rows { get; init; }

    public int Channels =>
        Color switch
        {
            2 => 3,
            4 => 2,
            6 => 4,
            _ => 1,
        };

    /// <summary>The header as it is stated, whatever the rows are.</summary>
    public (uint Width, uint Height)? StatedSize { get; init; }

    public byte[] ToBytes() => Join(Signature, [.. Chunks().SelectMany(c => c)]);

    public static byte[] Signature { get; } = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public IEnumerable<byte[]> Chunks()
    {
        yield return Header();
        if (Palette is not null)
        {
            yield return Chunk("PLTE", Palette);
        }

        if (Transparency is not null)
        {
            yield return Chunk("tRNS", Transparency);
        }

        if (Frames is { } frames)
        {
            yield return Chunk("acTL", new ByteWriter().BigEndian32(frames).BigEndian32(0).ToArray());
        }

        foreach (byte[] part in Compress(Rows ?? AllRows()).Chunk(DataChunk))
        {
            yield return Chunk("IDAT", part);
        }

        yield return Chunk("IEND", []);
    }

    public static byte[] Chunk(string name, byte[] data)
    {
        byte[] body = new ByteWriter().Text(name).Add(data).ToArray();
        return new ByteWriter().BigEndian32((uint)data.Length).Add(body).BigEndian32(Checksum(body)).ToArray();
    }

    public static byte[] Join(params byte[][] parts) => [.. parts.SelectMany(p => p)];

    public static byte[] Compress(byte[] data)
    {
        using var output = new MemoryStream();
        using (var zlib = new ZLibStream(output, CompressionLevel.SmallestSize))
        {
            zlib.Write(data);
        }

        return output.ToArray();
    }

    private byte[] Header() =>
        Chunk(
            "IHDR",
            new ByteWriter()
                .BigEndian32(StatedSize?.Width ?? (uint)Width)
                .BigEndian32(StatedSize?.Height ?? (uint)Height)
                .Add((byte)Depth, (byte)Color, 0, 0, (byte)(IsInterlaced ? 1 : 0))
                .ToArray()
        );

    private byte[] AllRows()
    {
        var rows = new List<byte>();
        if (!IsInterlaced)
        {
            AddPass(rows, 0, 0, 1, 1);
        }

        for (int i = 0; i < Adam7X.Length && IsInterlaced; i++)
        {
            AddPass(rows, Adam7X[i], Adam7Y[i], Adam7StepX[i], Adam7StepY[i]);
        }

        return [.. rows];
    }

    private void AddPass(List<byte> rows, int startX, int startY, int stepX, int stepY)
    {
        if (startX >= Width)
        {
            return;
        }

        byte[]? above = null;
        for (int y = startY; y < Height; y += stepY)
        {
            byte[] row = Row(startX, y, stepX);
            int filter = Filter(y);
            rows.Add((byte)filter);
            rows.AddRange(ApplyFilter(filter, row, above ?? new byte[row.Length]));
            above = row;
        }
    }

    private byte[] Row(int startX, int y, int stepX)
    {
        var bits = new List<bool>();
        for (int x = startX; x < Width; x += stepX)
        {
            for (int channel = 0; channel < Channels; channel++)
            {
                int sample = Sample(x, y, channel);
                for (int bit = Depth - 1; bit >= 0; bit--)
                {
                    bits.Add(((sample >> bit) & 1) != 0);
                }
            }
        }

        return [.. bits.Chunk(8).Select(ToByte)];
    }

    private static byte ToByte(bool[] bits)
    {
        int value = 0;
        for (int i = 0; i < bits.Length; i++)
        {
            value |= bits[i] ? 0x80 >> i : 0;
        }

        return (byte)value;
    }

    private IEnumerable<byte> ApplyFilter(int filter, byte[] row, byte[] above)
    {
        int distance = Math.Max(1, Depth * Channels / 8);
        for (int i = 0; i < row.Length; i++)
        {
            int left = i < distance ? 0 : row[i - distance];
            int corner = i < distance ? 0 : above[i - distance];
            int predicted = filter switch
            {
                1 => left,
                2 => above[i],
                3 => (left + above[i]) / 2,
                4 => Paeth(left, above[i], corner),
                _ => 0,
            };
            yield return (byte)(row[i] - predicted);
        }
    }

    private static int Paeth(int a, int b, int c)
    {
        int p = a + b - c;
        return new[] { a, b, c }.MinBy(v => Math.Abs(p - v));
    }

    private static uint Checksum(byte[] bytes)
    {
        uint checksum = 0xFFFFFFFF;
        foreach (byte value in bytes)
        {
            checksum ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                checksum = (checksum & 1) != 0 ? (checksum >> 1) ^ 0xEDB88320 : checksum >> 1;
            }
        }

        return ~checksum;
    }
}
