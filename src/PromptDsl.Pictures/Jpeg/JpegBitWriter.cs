using System.Numerics;

namespace PromptDsl.Pictures.Jpeg;

/// <summary>Writes entropy-coded data, ITU-T T.81 F.1.2.3.</summary>
internal sealed class JpegBitWriter(Stream output)
{
    private uint _bits;
    private int _count;

    public void WriteSymbol(JpegHuffmanCodes table, int value)
    {
        (int code, int length) = table[value];
        Write((uint)code, length);
    }

    /// <summary>The category of a number: how many bits it takes.</summary>
    public static int Category(int number) => 32 - BitOperations.LeadingZeroCount((uint)Math.Abs(number));

    /// <summary>Writes a number after its category; one below zero as its complement, which begins with 0.</summary>
    public void WriteNumber(int number, int category) =>
        Write((uint)(number < 0 ? number - 1 : number) & ((1u << category) - 1), category);

    /// <summary>Fills the last byte with ones.</summary>
    public void End() => Write(0x7F, 7);

    private void Write(uint bits, int count)
    {
        _bits = (_bits << count) | bits;
        for (_count += count; _count >= 8; _count -= 8)
        {
            byte value = (byte)(_bits >> (_count - 8));
            output.WriteByte(value);
            if (value == 0xFF)
            {
                output.WriteByte(0);
            }
        }
    }
}
