using System.Buffers.Binary;
using PromptDsl.Pictures.Jpeg;

namespace PromptDsl.Pictures;

/// <summary>
/// Writes baseline JPEG with JFIF header; the same bytes for the same pixels. JPEG has no alpha, so
/// transparent pixels are laid on white.
/// </summary>
public static class JpegEncoder
{
    private const int MaxEdge = 65535;

    /// <summary>The whole file.</summary>
    /// <param name="raster">The pixels; an edge is at most 65,535.</param>
    /// <param name="quality">1–100, on the scale of the Independent JPEG Group.</param>
    /// <param name="sampling">At how many points colour is stored.</param>
    /// <exception cref="ArgumentOutOfRangeException">An edge is longer, or there is no such quality.</exception>
    public static byte[] Encode(Raster raster, int quality = 90, ChromaSampling sampling = ChromaSampling.Full)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(quality, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quality, 100);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(raster.Width, MaxEdge, nameof(raster));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(raster.Height, MaxEdge, nameof(raster));
        JpegChannel[] channels = CreateChannels(raster, quality, sampling);
        using var output = new MemoryStream();
        output.Write([0xFF, JpegMarker.StartOfImage]);
        WriteSegment(output, JpegMarker.App0, [.. "JFIF\0"u8, 1, 2, 0, 0, 1, 0, 1, 0, 0]);
        WriteQuantization(output, 0, channels[0].Quantization);
        WriteQuantization(output, 1, channels[1].Quantization);
        WriteFrame(output, raster, channels);
        WriteHuffman(output, 0x00, JpegHuffmanCodes.LuminanceDc);
        WriteHuffman(output, 0x10, JpegHuffmanCodes.LuminanceAc);
        WriteHuffman(output, 0x01, JpegHuffmanCodes.ChrominanceDc);
        WriteHuffman(output, 0x11, JpegHuffmanCodes.ChrominanceAc);
        WriteScan(output, raster, channels);
        output.Write([0xFF, JpegMarker.EndOfImage]);
        return output.ToArray();
    }

    private static JpegChannel[] CreateChannels(Raster raster, int quality, ChromaSampling sampling)
    {
        JpegPlane[] planes = JpegPlane.Split(raster.OnWhite());
        byte[] luminance = JpegQuantization.Luminance(quality);
        byte[] chrominance = JpegQuantization.Chrominance(quality);
        bool isHalf = sampling == ChromaSampling.Half;
        JpegChannel Colour(JpegPlane plane) =>
            new(
                isHalf ? plane.Halve() : plane,
                1,
                chrominance,
                JpegHuffmanCodes.ChrominanceDc,
                JpegHuffmanCodes.ChrominanceAc
            );
        return
        [
            new(planes[0], isHalf ? 2 : 1, luminance, JpegHuffmanCodes.LuminanceDc, JpegHuffmanCodes.LuminanceAc),
            Colour(planes[1]),
            Colour(planes[2]),
        ];
    }

    private static void WriteQuantization(Stream output, byte slot, byte[] table)
    {
        byte[] data = new byte[1 + JpegZigZag.Length];
        data[0] = slot;
        for (int k = 0; k < JpegZigZag.Length; k++)
        {
            data[1 + k] = table[JpegZigZag.Places[k]];
        }

        WriteSegment(output, JpegMarker.QuantizationTables, data);
    }

    private static void WriteHuffman(Stream output, byte slot, JpegHuffmanCodes codes) =>
        WriteSegment(output, JpegMarker.HuffmanTables, [slot, .. codes.Counts, .. codes.Values]);

    private static void WriteFrame(Stream output, Raster raster, JpegChannel[] channels)
    {
        byte[] data = new byte[6 + (3 * channels.Length)];
        data[0] = 8;
        BinaryPrimitives.WriteUInt16BigEndian(data.AsSpan(1), (ushort)raster.Height);
        BinaryPrimitives.WriteUInt16BigEndian(data.AsSpan(3), (ushort)raster.Width);
        data[5] = (byte)channels.Length;
        for (int i = 0; i < channels.Length; i++)
        {
            Span<byte> entry = data.AsSpan(6 + (3 * i));
            entry[0] = (byte)(i + 1);
            entry[1] = (byte)(channels[i].Sampling * 0x11);
            entry[2] = SlotOf(i);
        }

        WriteSegment(output, JpegMarker.BaselineFrame, data);
    }

    private static void WriteScan(Stream output, Raster raster, JpegChannel[] channels)
    {
        byte[] data = [(byte)channels.Length, 1, 0x00, 2, 0x11, 3, 0x11, 0, JpegZigZag.Length - 1, 0];
        WriteSegment(output, JpegMarker.StartOfScan, data);
        var writer = new JpegBitWriter(output);
        int edge = 8 * channels[0].Sampling;
        int across = JpegFrame.DivideUp(raster.Width, edge);
        int down = JpegFrame.DivideUp(raster.Height, edge);
        for (int unit = 0; unit < across * down; unit++)
        {
            foreach (JpegChannel channel in channels)
            {
                channel.WriteUnit(writer, unit % across, unit / across);
            }
        }

        writer.End();
    }

    // The first channel is brightness, the others are colour.
    private static byte SlotOf(int channel) => (byte)Math.Min(channel, 1);

    private static void WriteSegment(Stream output, byte marker, ReadOnlySpan<byte> data)
    {
        Span<byte> head = [0xFF, marker, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(data.Length + 2));
        output.Write(head);
        output.Write(data);
    }
}
