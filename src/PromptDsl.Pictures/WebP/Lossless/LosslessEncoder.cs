using System.Numerics;
using static PromptDsl.Pictures.WebP.Lossless.LosslessImage;

namespace PromptDsl.Pictures.WebP.Lossless;

/// <summary>
/// Writes the lossless coding of WebP, RFC 9649 3: the differences from one prediction, green
/// subtracted, one set of codes, and runs of equal pixels. Flat drawings become small that way.
/// </summary>
internal sealed class LosslessEncoder
{
    // The largest blocks of modes that there are: each has the same mode, and all take no bits.
    private const int ModeBlockBits = 9;

    private const int MaxRun = 4096;

    // The code of a distance of one pixel, 3.6.2.2.
    private const int PixelBefore = 2;

    private readonly LosslessBitWriter _writer = new();
    private readonly LosslessCodeWriter _green = new(LosslessBits.Literals + LosslessBits.LengthPrefixes);
    private readonly LosslessCodeWriter _red = new(LosslessBits.Literals);
    private readonly LosslessCodeWriter _blue = new(LosslessBits.Literals);
    private readonly LosslessCodeWriter _alpha = new(LosslessBits.Literals);
    private readonly LosslessCodeWriter _distance = new(LosslessBits.DistancePrefixes);

    public static byte[] Encode(LosslessImage image, bool hasAlpha) => new LosslessEncoder().Write(image, hasAlpha);

    private byte[] Write(LosslessImage image, bool hasAlpha)
    {
        _writer.Write(LosslessBits.Signature, 8);
        _writer.Write((uint)image.Width - 1, 14);
        _writer.Write((uint)image.Height - 1, 14);
        _writer.Write(hasAlpha ? 1u : 0u, 4);
        WriteTransforms();
        uint[] differences = Differences(image);

        // No colour cache, one set of codes.
        _writer.Write(0, 2);
        ForEach(differences, CountLiteral, CountRun);
        foreach (LosslessCodeWriter code in new[] { _green, _red, _blue, _alpha, _distance })
        {
            code.WriteCode(_writer);
        }

        ForEach(differences, WriteLiteral, WriteRun);
        return _writer.ToArray();
    }

    private void WriteTransforms()
    {
        _writer.Write(1, 1);
        _writer.Write((uint)LosslessTransformKind.Predictor, 2);
        _writer.Write(ModeBlockBits - 2, 3);
        WriteModes();
        _writer.Write(1, 1);
        _writer.Write((uint)LosslessTransformKind.SubtractGreen, 2);
        _writer.Write(0, 1);
    }

    // A picture of one colour: without cache, and each of its five codes has one symbol.
    private void WriteModes()
    {
        _writer.Write(0, 1);
        for (int channel = 0; channel < 5; channel++)
        {
            var code = new LosslessCodeWriter(LosslessBits.Literals);
            code.Count(channel == 0 ? LosslessPredictor.SelectMode : 0);
            code.WriteCode(_writer);
        }
    }

    private static uint[] Differences(LosslessImage image)
    {
        uint[] differences = new uint[image.Pixels.Length];
        int at = 0;
        for (int y = 0; y < image.Height; y++)
        {
            for (int x = 0; x < image.Width; x++, at++)
            {
                uint predicted = LosslessPredictor.Predict(
                    image.Pixels,
                    image.Width,
                    x,
                    y,
                    LosslessPredictor.SelectMode
                );
                uint difference = Subtract(image.Pixels[at], predicted);
                byte green = Green(difference);
                differences[at] = Subtract(difference, Pack(0, green, 0, green));
            }
        }

        return differences;
    }

    private static void ForEach(uint[] pixels, Action<uint> literal, Action<int> run)
    {
        int at = 0;
        while (at < pixels.Length)
        {
            int length = at == 0 ? 0 : RunAt(pixels, at);
            if (length > 1)
            {
                run(length);
                at += length;
            }
            else
            {
                literal(pixels[at]);
                at++;
            }
        }
    }

    // How many pixels from a place on are as the one before it.
    private static int RunAt(uint[] pixels, int at)
    {
        ReadOnlySpan<uint> rest = pixels.AsSpan(at, Math.Min(MaxRun, pixels.Length - at));
        int end = rest.IndexOfAnyExcept(pixels[at - 1]);
        return end < 0 ? rest.Length : end;
    }

    private void CountLiteral(uint pixel)
    {
        _green.Count(Green(pixel));
        _red.Count(Red(pixel));
        _blue.Count(Blue(pixel));
        _alpha.Count(Alpha(pixel));
    }

    private void CountRun(int length)
    {
        _green.Count(LosslessBits.Literals + Prefix(length).Prefix);
        _distance.Count(Prefix(PixelBefore).Prefix);
    }

    private void WriteLiteral(uint pixel)
    {
        _green.Write(_writer, Green(pixel));
        _red.Write(_writer, Red(pixel));
        _blue.Write(_writer, Blue(pixel));
        _alpha.Write(_writer, Alpha(pixel));
    }

    private void WriteRun(int length)
    {
        (int prefix, int bits, int further) = Prefix(length);
        _green.Write(_writer, LosslessBits.Literals + prefix);
        _writer.Write((uint)further, bits);
        _distance.Write(_writer, Prefix(PixelBefore).Prefix);
    }

    // 3.6.2.2: a prefix and further bits.
    private static (int Prefix, int Bits, int Further) Prefix(int value)
    {
        value--;
        if (value < 4)
        {
            return (value, 0, 0);
        }

        int highest = BitOperations.Log2((uint)value);
        int bits = highest - 1;
        return ((2 * highest) + ((value >> bits) & 1), bits, value & ((1 << bits) - 1));
    }
}
