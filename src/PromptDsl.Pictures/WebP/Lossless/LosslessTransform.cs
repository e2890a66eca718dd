using static PromptDsl.Pictures.WebP.Lossless.LosslessImage;

namespace PromptDsl.Pictures.WebP.Lossless;

/// <summary>A change of all pixels that is undone after they are read, RFC 9649 3.5.</summary>
/// <param name="Width">How wide the picture is when it is undone.</param>
/// <param name="Bits">How many pixels share a pixel of <paramref name="Data"/>, as a power of 2.</param>
/// <param name="Data">What it was done with: modes, factors or colours.</param>
internal sealed record LosslessTransform(LosslessTransformKind Kind, int Width, int Bits, LosslessImage? Data)
{
    /// <summary>Undoes it, in the pixels of the picture unless it gets more of them.</summary>
    public LosslessImage Undo(LosslessImage image)
    {
        switch (Kind)
        {
            case LosslessTransformKind.Predictor:
                UndoPredictor(image, Data!);
                return image;
            case LosslessTransformKind.Color:
                UndoColor(image, Data!);
                return image;
            case LosslessTransformKind.SubtractGreen:
                UndoSubtractGreen(image);
                return image;
            default:
                return UndoIndexing(image, Data!);
        }
    }

    private void UndoPredictor(LosslessImage image, LosslessImage modes)
    {
        uint[] pixels = image.Pixels;
        for (int y = 0; y < image.Height; y++)
        {
            for (int x = 0; x < image.Width; x++)
            {
                int mode = Green(modes.Pixels[((y >> Bits) * modes.Width) + (x >> Bits)]) & 0xF;
                int at = (y * image.Width) + x;
                pixels[at] = Add(pixels[at], LosslessPredictor.Predict(pixels, image.Width, x, y, mode));
            }
        }
    }

    // 3.5.2: the factors are fixed-point numbers with five bits after the point.
    private void UndoColor(LosslessImage image, LosslessImage factors)
    {
        for (int i = 0; i < image.Pixels.Length; i++)
        {
            (int y, int x) = Math.DivRem(i, image.Width);
            uint factor = factors.Pixels[((y >> Bits) * factors.Width) + (x >> Bits)];
            uint pixel = image.Pixels[i];
            byte green = Green(pixel);
            byte red = (byte)(Red(pixel) + Product(Blue(factor), green));
            int blue = Blue(pixel) + Product(Green(factor), green) + Product(Red(factor), red);
            image.Pixels[i] = Pack(Alpha(pixel), red, green, blue);
        }
    }

    private static int Product(byte factor, byte channel) => ((sbyte)factor * (sbyte)channel) >> 5;

    private static void UndoSubtractGreen(LosslessImage image)
    {
        foreach (ref uint pixel in image.Pixels.AsSpan())
        {
            byte green = Green(pixel);
            pixel = Add(pixel, Pack(0, green, 0, green));
        }
    }

    // 3.5.4: few colours have several places in one green channel, the first in the low bits; a place
    // that the table does not have is transparent black.
    private LosslessImage UndoIndexing(LosslessImage image, LosslessImage colors)
    {
        int indexBits = 8 >> Bits;
        uint[] pixels = Width == image.Width ? image.Pixels : new uint[Width * image.Height];
        for (int i = 0; i < pixels.Length; i++)
        {
            (int y, int x) = Math.DivRem(i, Width);
            int packed = Green(image.Pixels[(y * image.Width) + (x >> Bits)]);
            int shift = (x & ((1 << Bits) - 1)) * indexBits;
            int index = (packed >> shift) & ((1 << indexBits) - 1);
            pixels[i] = index < colors.Pixels.Length ? colors.Pixels[index] : 0;
        }

        return new LosslessImage(Width, image.Height, pixels);
    }
}
