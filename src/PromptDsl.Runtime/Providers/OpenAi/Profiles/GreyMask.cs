using System.Security.Cryptography;
using PromptDsl.Pictures;
using PromptDsl.Runtime.Files;

namespace PromptDsl.Runtime.Providers.OpenAi.Profiles;

/// <summary>A mask for servers that paint anew where it is white, made of one that says so by being transparent.</summary>
internal sealed class GreyMask : IDisposable
{
    private GreyMask(InputFile file) => File = file;

    /// <summary>The new mask, a file that lives as long as this.</summary>
    public InputFile File { get; }

    /// <summary>Makes the mask in a folder.</summary>
    /// <exception cref="IOException">The mask is no picture that can be read, or the new one cannot be written.</exception>
    public static GreyMask Create(InputFile mask, string folder)
    {
        byte[] png = PngEncoder.Encode(ToGrey(Read(mask)));
        string path = Path.Combine(folder, "mask" + DurableFile.TemporaryExtension);
        System.IO.File.WriteAllBytes(path, png);
        string hash = Convert.ToHexStringLower(SHA256.HashData(png));
        return new GreyMask(new InputFile(path, mask.FileName, "image/png", hash, png.Length));
    }

    public void Dispose() => System.IO.File.Delete(File.Path);

    private static Raster Read(InputFile mask)
    {
        try
        {
            return PictureDecoder.Decode(System.IO.File.ReadAllBytes(mask.Path));
        }
        catch (PictureFormatException e)
        {
            throw new IOException($"The mask {mask.FileName} cannot be read: {e.Message}.", e);
        }
    }

    private static Raster ToGrey(Raster mask)
    {
        var grey = new Raster(mask.Width, mask.Height);
        for (int i = 0; i < mask.Pixels.Length; i += Raster.BytesPerPixel)
        {
            byte white = (byte)(byte.MaxValue - mask.Pixels[i + 3]);
            grey.Pixels.AsSpan(i, 3).Fill(white);
            grey.Pixels[i + 3] = byte.MaxValue;
        }

        return grey;
    }
}
