namespace PromptDsl.Pictures.WebP.Lossy;

/// <summary>Reads the lossy coding of WebP: a key frame of VP8, RFC 6386.</summary>
internal sealed class LossyDecoder
{
    private const int BlockEdge = 16;

    private readonly LossyHeader _header;
    private readonly LossyFilterStrength[] _strengths;
    private readonly LossyPlane _luma;
    private readonly LossyPlane[] _chroma;

    private LossyDecoder(LossyHeader header)
    {
        _header = header;
        int width = header.BlocksAcross * BlockEdge;
        int height = header.BlocksDown * BlockEdge;
        _luma = new LossyPlane(width, height);
        _chroma = [new LossyPlane(width / 2, height / 2), new LossyPlane(width / 2, height / 2)];
        _strengths = new LossyFilterStrength[header.BlocksAcross * header.BlocksDown];
    }

    /// <summary>Reads a picture; every pixel is opaque.</summary>
    public static Raster Decode(ReadOnlyMemory<byte> data)
    {
        LossyHeader header = LossyHeader.Read(data, out LossyBoolReader reader);
        Raster raster = PixelLimit.CreateRaster(header.Width, header.Height);
        var decoder = new LossyDecoder(header);
        decoder.ReadBlocks(reader);
        decoder.Smooth();
        decoder.WritePixels(raster);
        return raster;
    }

    private void ReadBlocks(LossyBoolReader reader)
    {
        var modes = new LossyModeReader(_header);
        var coefficients = new LossyCoefficientReader(_header);
        var block = new LossyBlock();
        for (int row = 0; row < _header.BlocksDown; row++)
        {
            modes.BeginRow();
            coefficients.BeginRow();
            ref LossyBoolReader partition = ref _header.Partitions[row % _header.Partitions.Length];
            for (int column = 0; column < _header.BlocksAcross; column++)
            {
                modes.Read(ref reader, block, column);
                coefficients.Read(ref partition, block, column);
                Restore(block, column, row);
                _strengths[(row * _header.BlocksAcross) + column] = _header.Filter.StrengthOf(block);
            }
        }
    }

    private void Restore(LossyBlock block, int column, int row)
    {
        int x = column * BlockEdge;
        int y = row * BlockEdge;
        if (block.HasSubmodes)
        {
            RestoreSubblocks(block, x, y);
        }
        else
        {
            LossyPredictor.PredictBlock(_luma, x, y, BlockEdge, block.Luma);
            AddResidue(block, 0, _luma, x, y, 4);
        }

        for (int i = 0; i < _chroma.Length; i++)
        {
            LossyPredictor.PredictBlock(_chroma[i], x / 2, y / 2, BlockEdge / 2, block.Chroma);
            AddResidue(block, 16 + (4 * i), _chroma[i], x / 2, y / 2, 2);
        }
    }

    private static void AddResidue(LossyBlock block, int first, LossyPlane plane, int x, int y, int edge)
    {
        for (int i = 0; i < edge * edge && block.HasCoefficients; i++)
        {
            ReadOnlySpan<short> coefficients = block.Coefficients.AsSpan((first + i) * 16, 16);
            LossyTransform.AddInverse(coefficients, plane, x + (i % edge * 4), y + (i / edge * 4));
        }
    }

    private void RestoreSubblocks(LossyBlock block, int x, int y)
    {
        Span<byte> aboveRight = stackalloc byte[4];
        CopyAboveRight(x, y, aboveRight);
        for (int i = 0; i < block.Submodes.Length; i++)
        {
            int left = x + (i % 4 * 4);
            int top = y + (i / 4 * 4);

            // The subblocks on the right have none but those above the block, which all four rows use.
            ReadOnlySpan<byte> right = i % 4 == 3 ? aboveRight : _luma.Row(left + 4, top - 1, 4);
            LossyPredictor.PredictSubblock(_luma, left, top, block.Submodes[i], right);
            if (block.HasCoefficients)
            {
                LossyTransform.AddInverse(block.Coefficients.AsSpan(i * 16, 16), _luma, left, top);
            }
        }
    }

    // Beyond the right edge the last sample is repeated.
    private void CopyAboveRight(int x, int y, Span<byte> samples)
    {
        if (y > 0 && x + BlockEdge >= _header.BlocksAcross * BlockEdge)
        {
            samples.Fill(_luma[x + BlockEdge - 1, y - 1]);
        }
        else
        {
            _luma.Row(x + BlockEdge, y - 1, samples.Length).CopyTo(samples);
        }
    }

    private void Smooth()
    {
        if (_header.Filter.Level == 0)
        {
            return;
        }

        for (int i = 0; i < _strengths.Length; i++)
        {
            if (_strengths[i].Level == 0)
            {
                continue;
            }

            (int row, int column) = Math.DivRem(i, _header.BlocksAcross);
            int x = column * BlockEdge;
            int y = row * BlockEdge;
            bool isSimple = _header.Filter.IsSimple;
            LossySmoother.Smooth(_luma, x, y, BlockEdge, _strengths[i], isSimple);
            for (int plane = 0; plane < _chroma.Length && !isSimple; plane++)
            {
                LossySmoother.Smooth(_chroma[plane], x / 2, y / 2, BlockEdge / 2, _strengths[i], isSimple);
            }
        }
    }

    // ITU-R BT.601 of limited range, RFC 9649 2.5, in fractions of 16,384; colour of half the width and
    // height is repeated.
    private void WritePixels(Raster raster)
    {
        for (int y = 0; y < raster.Height; y++)
        {
            Span<byte> target = raster.Row(y);
            ReadOnlySpan<byte> luma = _luma.Row(0, y, raster.Width);
            for (int x = 0; x < raster.Width; x++)
            {
                int level = Times(luma[x], 19077);
                int u = _chroma[0][x / 2, y / 2];
                int v = _chroma[1][x / 2, y / 2];
                Span<byte> pixel = target.Slice(x * Raster.BytesPerPixel, Raster.BytesPerPixel);
                pixel[0] = ToByte(level + Times(v, 26149) - 14234);
                pixel[1] = ToByte(level - Times(u, 6419) - Times(v, 13320) + 8708);
                pixel[2] = ToByte(level + Times(u, 33050) - 17685);
                pixel[3] = byte.MaxValue;
            }
        }
    }

    private static int Times(int sample, int factor) => (sample * factor) >> 8;

    private static byte ToByte(int value) => LossyTransform.Clip(value >> 6);
}
