using PromptDsl.Assets;
using PromptDsl.Pictures;

namespace PromptDsl.Runtime.Verification;

/// <summary>A file whose expectations are checked; its pixels are read once, when the first check asks for them.</summary>
internal sealed class CheckedFile
{
    private readonly Lazy<Pixels> _pixels;

    public CheckedFile(byte[] bytes)
    {
        Bytes = bytes;
        using var stream = new MemoryStream(bytes);
        Facts = AssetReader.Read(stream, bytes.Length);
        _pixels = new Lazy<Pixels>(ReadPixels);
    }

    public byte[] Bytes { get; }

    public AssetFacts Facts { get; }

    /// <summary>The format as <c>expect</c> writes it, or null when it is none of those.</summary>
    public string? Format =>
        Facts.Format switch
        {
            AssetFormat.Png => "png",
            AssetFormat.Jpeg => "jpeg",
            AssetFormat.WebP => "webp",
            AssetFormat.Gif => "gif",
            _ => IsSvg ? "svg" : null,
        };

    /// <summary>What is wrong with the bytes, as a clause; null of a sound picture and of what is not read.</summary>
    public string? Damage => Format == "svg" ? null : Facts.Problem ?? _pixels.Value.Damage;

    /// <summary>The pixels, or null; <see cref="Damage"/> or <see cref="Problem"/> then says why.</summary>
    public Raster? Raster => _pixels.Value.Raster;

    /// <summary>Points of the pixels, or null; <see cref="Damage"/> or <see cref="Problem"/> then says why.</summary>
    public PictureSample? Sample => _pixels.Value.Sample;

    /// <summary>Why the pixels of a sound picture are not read, as a clause.</summary>
    public string Problem => _pixels.Value.Problem;

    // XML may begin with a declaration, comments and a document type before its first element.
    private bool IsSvg
    {
        get
        {
            ReadOnlySpan<byte> head = Bytes.AsSpan(0, Math.Min(Bytes.Length, 1024));
            ReadOnlySpan<byte> text = head.StartsWith("\uFEFF"u8) ? head[3..] : head;
            return text.TrimStart(" \t\r\n"u8).StartsWith("<"u8) && head.IndexOf("<svg"u8) >= 0;
        }
    }

    private Pixels ReadPixels()
    {
        if (Format is "gif" or "svg")
        {
            return new Pixels { Problem = $"the pixels of {Format} are not read" };
        }

        try
        {
            Raster raster = Turning.Upright(PictureDecoder.Decode(Bytes), Facts.Orientation);
            return new Pixels { Raster = raster, Sample = PictureSample.Take(raster) };
        }
        catch (UnsupportedPictureException e)
        {
            return new Pixels { Problem = $"the pixels are not read: {e.Message}" };
        }
        catch (PictureFormatException e)
        {
            return new Pixels { Damage = e.Message };
        }
    }

    private sealed record Pixels
    {
        public Raster? Raster { get; init; }

        public PictureSample? Sample { get; init; }

        public string Problem { get; init; } = "";

        public string? Damage { get; init; }
    }
}
