using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using PromptDsl.Assets.Png;
using PromptDsl.Pictures.Png;

namespace PromptDsl.Pictures;

/// <summary>Writes PNG: eight bits a channel, RGB when every pixel is opaque, else RGBA; the same bytes for the same pixels.</summary>
public static class PngEncoder
{
    /// <summary>The whole file.</summary>
    /// <param name="raster">The pixels.</param>
    /// <param name="chunks">Further chunks, put before the pixels: their four-letter names and data.</param>
    public static byte[] Encode(Raster raster, params ReadOnlySpan<KeyValuePair<string, byte[]>> chunks)
    {
        using var output = new MemoryStream();
        output.Write(PngChunkReader.Signature);
        bool hasAlpha = !raster.IsOpaque;
        WriteHeader(output, raster, hasAlpha);
        foreach (KeyValuePair<string, byte[]> chunk in chunks)
        {
            WriteChunk(output, chunk.Key, chunk.Value);
        }

        WriteChunk(output, "IDAT", Compress(raster, hasAlpha));
        WriteChunk(output, "IEND", []);
        return output.ToArray();
    }

    private static void WriteHeader(Stream output, Raster raster, bool hasAlpha)
    {
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, raster.Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], raster.Height);
        header[8] = 8;
        header[9] = hasAlpha ? (byte)6 : (byte)2;
        header[10..].Clear();
        WriteChunk(output, "IHDR", header);
    }

    // Filter "Up" (2) makes the flat areas of drawings vanish; the first row compares with nothing.
    private static byte[] Compress(Raster raster, bool hasAlpha)
    {
        using var output = new MemoryStream();
        using (var zlib = new ZLibStream(output, CompressionLevel.Fastest, leaveOpen: true))
        {
            int channels = hasAlpha ? 4 : 3;
            byte[] previous = new byte[raster.Width * channels];
            byte[] current = new byte[previous.Length];
            byte[] line = new byte[previous.Length + 1];
            line[0] = 2;
            for (int y = 0; y < raster.Height; y++)
            {
                Pack(raster.Row(y), current, channels);
                for (int i = 0; i < current.Length; i++)
                {
                    line[i + 1] = (byte)(current[i] - previous[i]);
                }

                zlib.Write(line);
                (previous, current) = (current, previous);
            }
        }

        return output.ToArray();
    }

    private static void Pack(ReadOnlySpan<byte> pixels, byte[] line, int channels)
    {
        if (channels == Raster.BytesPerPixel)
        {
            pixels.CopyTo(line);
            return;
        }

        for (int from = 0, to = 0; from < pixels.Length; from += Raster.BytesPerPixel, to += channels)
        {
            pixels.Slice(from, channels).CopyTo(line.AsSpan(to));
        }
    }

    private static void WriteChunk(Stream output, string name, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        Span<byte> type = stackalloc byte[4];
        Encoding.ASCII.GetBytes(name, type);
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        output.Write(number);
        output.Write(type);
        output.Write(data);
        uint checksum = PngChecksum.Add(PngChecksum.Add(PngChecksum.Start, type), data);
        BinaryPrimitives.WriteUInt32BigEndian(number, PngChecksum.End(checksum));
        output.Write(number);
    }
}
