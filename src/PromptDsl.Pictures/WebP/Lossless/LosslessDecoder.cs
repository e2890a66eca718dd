namespace PromptDsl.Pictures.WebP.Lossless;

/// <summary>Reads the lossless coding of WebP, RFC 9649 3.</summary>
internal ref struct LosslessDecoder
{
    private const uint CacheFactor = 0x1E35A7BD;
    private const int MaxCacheBits = 11;

    private LosslessBitReader _reader;

    private LosslessDecoder(ReadOnlySpan<byte> data) => _reader = new LosslessBitReader(data);

    /// <summary>Reads a picture with its header, 3.4.</summary>
    public static LosslessImage Decode(ReadOnlySpan<byte> data)
    {
        (int width, int height) = ReadSize(data);
        PixelLimit.Check(width, height);
        return Decode(data[5..], width, height);
    }

    /// <summary>Reads what follows the header.</summary>
    public static LosslessImage Decode(ReadOnlySpan<byte> data, int width, int height) =>
        new LosslessDecoder(data).ReadPicture(width, height);

    private static (int Width, int Height) ReadSize(ReadOnlySpan<byte> data)
    {
        var reader = new LosslessBitReader(data);
        if (reader.ReadBits(8) != LosslessBits.Signature)
        {
            throw new PictureFormatException("its picture data begins with a wrong byte");
        }

        int width = reader.ReadBits(14) + 1;
        int height = reader.ReadBits(14) + 1;

        // A hint about alpha, which decoding does not heed, then the version.
        if (reader.ReadBits(4) >> 1 != 0)
        {
            throw new UnsupportedPictureException("it is of a version that is not read");
        }

        return (width, height);
    }

    private LosslessImage ReadPicture(int width, int height)
    {
        var transforms = new Stack<LosslessTransform>();
        int coded = width;
        while (_reader.ReadBit())
        {
            LosslessTransform transform = ReadTransform(ref coded, height);
            if (transforms.Any(t => t.Kind == transform.Kind))
            {
                throw new PictureFormatException("it states a transform twice");
            }

            transforms.Push(transform);
        }

        LosslessImage image = ReadImage(coded, height, isPicture: true);
        while (transforms.TryPop(out LosslessTransform? transform))
        {
            image = transform.Undo(image);
        }

        return image;
    }

    private LosslessTransform ReadTransform(ref int width, int height)
    {
        var kind = (LosslessTransformKind)_reader.ReadBits(2);
        switch (kind)
        {
            case LosslessTransformKind.SubtractGreen:
                return new LosslessTransform(kind, width, 0, null);
            case LosslessTransformKind.ColorIndexing:
                LosslessImage colors = ReadImage(_reader.ReadBits(8) + 1, 1, isPicture: false);
                SumColors(colors.Pixels);
                int packing = colors.Width switch
                {
                    <= 2 => 3,
                    <= 4 => 2,
                    <= 16 => 1,
                    _ => 0,
                };
                int whole = width;
                width = LosslessBits.Blocks(width, packing);
                return new LosslessTransform(kind, whole, packing, colors);
            default:
                int bits = 2 + _reader.ReadBits(3);
                LosslessImage data = ReadImage(
                    LosslessBits.Blocks(width, bits),
                    LosslessBits.Blocks(height, bits),
                    isPicture: false
                );
                return new LosslessTransform(kind, width, bits, data);
        }
    }

    // Each colour of the table is written as what it adds to the one before.
    private static void SumColors(uint[] colors)
    {
        for (int i = 1; i < colors.Length; i++)
        {
            colors[i] = LosslessImage.Add(colors[i], colors[i - 1]);
        }
    }

    // 3.6 and 3.7; only in the picture itself may codes change from block to block.
    private LosslessImage ReadImage(int width, int height, bool isPicture)
    {
        int cacheBits = ReadCacheBits();
        LosslessImage? blocks = null;
        int blockBits = 0;
        if (isPicture && _reader.ReadBit())
        {
            blockBits = 2 + _reader.ReadBits(3);
            blocks = ReadImage(
                LosslessBits.Blocks(width, blockBits),
                LosslessBits.Blocks(height, blockBits),
                isPicture: false
            );
        }

        uint[] cache = cacheBits == 0 ? [] : new uint[1 << cacheBits];
        LosslessCodes[] groups = ReadGroups(blocks is null ? 1 : blocks.Pixels.Max(GroupOf) + 1, cache.Length);
        var image = new LosslessImage(width, height, new uint[width * height]);
        int at = 0;
        while (at < image.Pixels.Length)
        {
            LosslessCodes codes = groups[0];
            if (blocks is not null)
            {
                (int y, int x) = Math.DivRem(at, width);
                codes = groups[GroupOf(blocks.Pixels[((y >> blockBits) * blocks.Width) + (x >> blockBits)])];
            }

            int end = at + ReadPixels(codes, image, at, cache);
            for (; at < end && cacheBits > 0; at++)
            {
                cache[CachePlace(image.Pixels[at], cacheBits)] = image.Pixels[at];
            }

            at = end;
        }

        return image;
    }

    // 3.6.2.3: 0 when there is no cache of colours.
    private int ReadCacheBits()
    {
        if (!_reader.ReadBit())
        {
            return 0;
        }

        int bits = _reader.ReadBits(4);
        return bits is >= 1 and <= MaxCacheBits
            ? bits
            : throw new PictureFormatException("it states a colour cache of a size that none has");
    }

    private LosslessCodes[] ReadGroups(int count, int cacheSize)
    {
        var groups = new LosslessCodes[count];
        for (int i = 0; i < groups.Length; i++)
        {
            groups[i] = LosslessCodeReader.ReadGroup(ref _reader, cacheSize);
        }

        return groups;
    }

    private static int GroupOf(uint pixel) => (int)((pixel >> 8) & 0xFFFF);

    private static int CachePlace(uint pixel, int bits) => (int)((CacheFactor * pixel) >> (32 - bits));

    // Reads one pixel, or copies several; returns how many.
    private int ReadPixels(LosslessCodes codes, LosslessImage image, int at, uint[] cache)
    {
        int symbol = _reader.ReadSymbol(codes.Green);
        if (symbol < LosslessBits.Literals)
        {
            int red = _reader.ReadSymbol(codes.Red);
            int blue = _reader.ReadSymbol(codes.Blue);
            int alpha = _reader.ReadSymbol(codes.Alpha);
            image.Pixels[at] = LosslessImage.Pack(alpha, red, symbol, blue);
            return 1;
        }

        int length = symbol - LosslessBits.Literals;
        if (length >= LosslessBits.LengthPrefixes)
        {
            image.Pixels[at] = cache[length - LosslessBits.LengthPrefixes];
            return 1;
        }

        int count = ReadPrefixed(length);
        int code = ReadPrefixed(_reader.ReadSymbol(codes.Distance));
        int distance = LosslessDistances.ToPixels(code, image.Width);
        if (distance > at || count > image.Pixels.Length - at)
        {
            throw new PictureFormatException("its picture data is damaged");
        }

        // The two may overlap: what has just been copied is copied again.
        for (int i = at; i < at + count; i++)
        {
            image.Pixels[i] = image.Pixels[i - distance];
        }

        return count;
    }

    // 3.6.2.2: a prefix and further bits.
    private int ReadPrefixed(int prefix)
    {
        if (prefix < 4)
        {
            return prefix + 1;
        }

        int bits = (prefix - 2) >> 1;
        return ((2 + (prefix & 1)) << bits) + _reader.ReadBits(bits) + 1;
    }
}
