using System.Buffers.Binary;
using PromptDsl.Assets.Png;

namespace PromptDsl.Pictures.Png;

/// <summary>Makes pixels of the samples of rows, with palette and transparency, PNG (3rd edition) 11.2.2 and 11.3.1.</summary>
internal sealed class PngColors(PngHeader header)
{
    private const int MaxPalette = 256;

    private readonly byte[] _palette = new byte[MaxPalette * Raster.BytesPerPixel];
    private readonly ushort[] _samples = new ushort[4];
    private int _paletteSize;
    private ushort[]? _transparent;

    public void ReadPalette(ReadOnlySpan<byte> data)
    {
        if (header.Color != PngColor.Indexed)
        {
            // 11.2.2: what true colours may be reduced to is a suggestion.
            return;
        }

        if (data.Length % 3 != 0 || data.IsEmpty || data.Length > MaxPalette * 3)
        {
            throw new PictureFormatException("its palette has a wrong length");
        }

        _paletteSize = data.Length / 3;
        for (int i = 0; i < _paletteSize; i++)
        {
            Span<byte> entry = _palette.AsSpan(i * Raster.BytesPerPixel);
            data.Slice(i * 3, 3).CopyTo(entry);
            entry[3] = byte.MaxValue;
        }
    }

    public void ReadTransparency(ReadOnlySpan<byte> data)
    {
        if (header.Color == PngColor.Indexed)
        {
            if (data.Length > _paletteSize)
            {
                throw new PictureFormatException("it states transparency for more colours than its palette has");
            }

            for (int i = 0; i < data.Length; i++)
            {
                _palette[(i * Raster.BytesPerPixel) + 3] = data[i];
            }

            return;
        }

        if (data.Length != header.Channels * 2 || header.Color is PngColor.GreyAlpha or PngColor.TrueColorAlpha)
        {
            throw new PictureFormatException("its transparency does not fit its colour type");
        }

        _transparent = new ushort[header.Channels];
        for (int i = 0; i < _transparent.Length; i++)
        {
            _transparent[i] = BinaryPrimitives.ReadUInt16BigEndian(data[(i * 2)..]);
        }
    }

    public void CheckPalette()
    {
        if (header.Color == PngColor.Indexed && _paletteSize == 0)
        {
            throw new PictureFormatException("its palette is missing");
        }
    }

    /// <summary>Writes the pixels of a restored row.</summary>
    /// <param name="row">The samples.</param>
    /// <param name="count">How many pixels.</param>
    /// <param name="target">Where the first pixel goes.</param>
    /// <param name="step">How many bytes further the next pixel goes.</param>
    public void Convert(ReadOnlySpan<byte> row, int count, Span<byte> target, int step)
    {
        bool isPlain = header.Depth == 8 && _transparent is null;
        int channels = header.Channels;
        for (int i = 0; i < count; i++)
        {
            Span<byte> pixel = target.Slice(i * step, Raster.BytesPerPixel);
            if (isPlain && channels >= 3)
            {
                pixel[3] = byte.MaxValue;
                row.Slice(i * channels, channels).CopyTo(pixel);
            }
            else if (header.Color == PngColor.Indexed)
            {
                PutIndexed(Sample(row, i), pixel);
            }
            else
            {
                PutSamples(row, i * channels, pixel);
            }
        }
    }

    private void PutIndexed(int index, Span<byte> pixel)
    {
        if (index >= _paletteSize)
        {
            throw new PictureFormatException("a pixel has a colour that its palette does not have");
        }

        _palette.AsSpan(index * Raster.BytesPerPixel, Raster.BytesPerPixel).CopyTo(pixel);
    }

    private void PutSamples(ReadOnlySpan<byte> row, int first, Span<byte> pixel)
    {
        Span<ushort> samples = _samples.AsSpan(0, header.Channels);
        for (int i = 0; i < samples.Length; i++)
        {
            samples[i] = Sample(row, first + i);
        }

        bool isGrey = samples.Length < 3;
        pixel[0] = ToByte(samples[0]);
        pixel[1] = isGrey ? pixel[0] : ToByte(samples[1]);
        pixel[2] = isGrey ? pixel[0] : ToByte(samples[2]);

        // With an alpha channel it is the last sample.
        pixel[3] =
            samples.Length % 2 == 0 ? ToByte(samples[^1])
            : _transparent is { } transparent && samples.SequenceEqual(transparent) ? byte.MinValue
            : byte.MaxValue;
    }

    // 7.2: samples below a byte are packed from the high bits down.
    private ushort Sample(ReadOnlySpan<byte> row, int index)
    {
        if (header.Depth == 16)
        {
            return BinaryPrimitives.ReadUInt16BigEndian(row[(index * 2)..]);
        }

        int bit = index * header.Depth;
        int shift = 8 - header.Depth - (bit % 8);
        return (ushort)((row[bit / 8] >> shift) & ((1 << header.Depth) - 1));
    }

    // 13.12: scaled to the nearest level.
    private byte ToByte(ushort sample)
    {
        int max = (1 << header.Depth) - 1;
        return (byte)((((long)sample * byte.MaxValue) + (max / 2)) / max);
    }
}
