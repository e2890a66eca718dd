using System.Buffers.Binary;
using PromptDsl.Values;

namespace PromptDsl.Emulator.Drawing;

/// <summary>Writes animations as GIF (89a) whose frames are the colours of a pattern in turn.</summary>
internal static class GifAnimation
{
    // Four colours need two bits; LZW adds a code to clear its table and one for the end.
    private const int CodeBits = 2;
    private const int Clear = 1 << CodeBits;
    private const int End = Clear + 1;
    private const int MaxCode = 4095;

    public static byte[] Encode(Pattern pattern, ImageSize size, int frames, int frameMilliseconds)
    {
        using var output = new MemoryStream();
        output.Write("GIF89a"u8);
        WriteUInt16(output, size.Width);
        WriteUInt16(output, size.Height);
        output.Write([0x91, 0, 0]); // a table of four colours, background 0, square pixels
        for (int i = 0; i < Pattern.Colors; i++)
        {
            (byte red, byte green, byte blue) = pattern.ColorOf(i);
            output.Write([red, green, blue]);
        }

        output.Write([0x21, 0xFF, 11]);
        output.Write("NETSCAPE2.0"u8);
        output.Write([3, 1, 0, 0, 0]); // again and again
        for (int frame = 0; frame < frames; frame++)
        {
            output.Write([0x21, 0xF9, 4, 0]);
            WriteUInt16(output, frameMilliseconds / 10);
            output.Write([0, 0, 0x2C, 0, 0, 0, 0]);
            WriteUInt16(output, size.Width);
            WriteUInt16(output, size.Height);
            output.WriteByte(0);
            WriteFlat(output, frame % Pattern.Colors, size.Pixels);
        }

        output.WriteByte(0x3B);
        return output.ToArray();
    }

    /// <summary>Pixels of one colour: each code of LZW stands for one pixel more than the one before it.</summary>
    private static void WriteFlat(Stream output, int color, long pixels)
    {
        output.WriteByte(CodeBits);
        var bits = new BitBlocks(output);
        int width = CodeBits + 1;
        while (pixels > 0)
        {
            bits.Write(Clear, width);
            width = CodeBits + 1;
            bits.Write(color, width);
            pixels--;
            int next = End + 1;
            for (int run = 2; pixels >= run && next < MaxCode; run++)
            {
                bits.Write(next, width);
                pixels -= run;
                next++;
                width += next == 1 << width ? 1 : 0;
            }
        }

        bits.Write(End, width);
        bits.Finish();
    }

    private static void WriteUInt16(Stream output, int value)
    {
        Span<byte> two = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(two, (ushort)value);
        output.Write(two);
    }
}
