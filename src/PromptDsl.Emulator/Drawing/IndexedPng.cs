using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.IO.Compression;
using PromptDsl.Pictures;
using PromptDsl.Values;

namespace PromptDsl.Emulator.Drawing;

/// <summary>
/// Writes patterns as PNG with a palette. The pixels of a size are compressed once; another picture of
/// that size is another palette, so thousands of different pictures cost next to nothing.
/// </summary>
internal sealed class IndexedPng
{
    private const byte BitDepth = 8;
    private const byte PaletteColor = 3;

    private readonly ConcurrentDictionary<ImageSize, byte[]> _data = new();

    public byte[] Encode(Pattern pattern, ImageSize size, bool isTransparent)
    {
        using var output = new MemoryStream();
        output.Write(PngEncoder.Signature);
        PngEncoder.WriteChunk(output, "IHDR", Header(size));
        PngEncoder.WriteChunk(output, "PLTE", Palette(pattern));
        if (isTransparent)
        {
            // The alpha of the colours from the first on; the others are opaque.
            PngEncoder.WriteChunk(output, "tRNS", [0]);
        }

        PngEncoder.WriteChunk(output, "IDAT", _data.GetOrAdd(size, Compress));
        PngEncoder.WriteChunk(output, "IEND", []);
        return output.ToArray();
    }

    private static byte[] Header(ImageSize size)
    {
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, size.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), size.Height);
        header[8] = BitDepth;
        header[9] = PaletteColor;
        return header;
    }

    private static byte[] Palette(Pattern pattern)
    {
        byte[] palette = new byte[Pattern.Colors * 3];
        for (int i = 0; i < Pattern.Colors; i++)
        {
            (palette[i * 3], palette[i * 3 + 1], palette[i * 3 + 2]) = pattern.ColorOf(i);
        }

        return palette;
    }

    private static byte[] Compress(ImageSize size)
    {
        using var output = new MemoryStream();
        using (var zlib = new ZLibStream(output, CompressionLevel.Optimal, leaveOpen: true))
        {
            // Each line begins with its filter; 0 is none.
            byte[] line = new byte[size.Width + 1];
            for (int y = 0; y < size.Height; y++)
            {
                for (int x = 0; x < size.Width; x++)
                {
                    line[x + 1] = (byte)Pattern.IndexAt(x, y, size.Width, size.Height);
                }

                zlib.Write(line);
            }
        }

        return output.ToArray();
    }
}
