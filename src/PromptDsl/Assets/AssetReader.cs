using System.Globalization;
using PromptDsl.Assets.Formats;
using PromptDsl.Assets.Png;

namespace PromptDsl.Assets;

/// <summary>
/// Finds out about a picture file from its bytes. A broken or hostile file is described in
/// <see cref="AssetFacts.Problem"/>; what was found before the fault is kept. Reading takes one pass, a
/// few hundred kilobytes of memory beside two rows of pixels, and time in proportion to the file and at
/// most <see cref="MaxPixelBytes"/> of pixels.
/// </summary>
public static class AssetReader
{
    /// <summary>The largest file that is looked at; five times what the API takes.</summary>
    public const long MaxFileBytes = 256L * 1024 * 1024;

    /// <summary>The most bytes of pixels that a compressed file may unfold to: 8192 × 8192 in RGBA.</summary>
    public const long MaxPixelBytes = 256L * 1024 * 1024;

    /// <summary>Reads a file from its beginning.</summary>
    /// <param name="stream">The bytes; need not be seekable.</param>
    /// <param name="length">The length that the file has; more is not read.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static AssetFacts Read(Stream stream, long length)
    {
        if (length > MaxFileBytes)
        {
            return new AssetFacts(AssetFormat.Unknown, length, null)
            {
                Problem = string.Create(
                    CultureInfo.InvariantCulture,
                    $"it has {length} bytes, more than the {MaxFileBytes} that are looked at"
                ),
            };
        }

        using var source = new AssetSource(stream, length);
        var findings = new AssetFindings();
        string? problem = null;
        try
        {
            ReadPicture(source, findings);
        }
        catch (AssetFormatException e)
        {
            problem = e.Message;
        }

        (long read, string hash) = source.Finish();
        return new AssetFacts(findings.Format, read, findings.Size)
        {
            Orientation = findings.Orientation,
            IsAnimated = findings.IsAnimated,
            HasAlpha = findings.HasAlpha,
            HasTransparentPixels = findings.HasAlpha == false ? false : findings.HasTransparentPixels,
            Sha256 = hash,
            Problem = problem,
        };
    }

    private static void ReadPicture(AssetSource source, AssetFindings findings)
    {
        ReadOnlySpan<byte> head = source.Peek();
        findings.Format = AssetSignature.FormatOf(head);
        switch (findings.Format)
        {
            case AssetFormat.Png:
                new PngReader(source, findings).Read();
                break;
            case AssetFormat.Jpeg:
                new JpegReader(source, findings).Read();
                break;
            case AssetFormat.WebP:
                new WebPReader(source, findings).Read();
                break;
            case AssetFormat.Gif:
                new GifReader(source, findings).Read();
                break;
            default:
                throw new AssetFormatException(AssetSignature.DescribeUnknown(head));
        }
    }
}
