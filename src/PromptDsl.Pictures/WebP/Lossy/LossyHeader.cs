using System.Buffers.Binary;
using System.Collections.Immutable;

namespace PromptDsl.Pictures.WebP.Lossy;

/// <summary>The header of a key frame, RFC 6386 9.</summary>
internal sealed record LossyHeader(int Width, int Height)
{
    public const int Segments = 4;

    private const int TagLength = 3;
    private const int HeadLength = 10;

    /// <summary>Probabilities of the tree of segments, when blocks say theirs.</summary>
    public byte[]? SegmentTree { get; private set; }

    public LossyFilter Filter { get; private set; } = LossyFilter.None;

    /// <summary>The quantizers of each segment.</summary>
    public ImmutableArray<LossyQuantizer> Quantizers { get; private set; } = [];

    /// <summary>As <see cref="LossyCoefficientTables"/>.</summary>
    public byte[] Coefficients { get; } = LossyCoefficientTables.Defaults.ToArray();

    /// <summary>How likely blocks are to have coefficients; null when none may lack them.</summary>
    public int? SkipProbability { get; private set; }

    /// <summary>The data of coefficients: rows of blocks take turns.</summary>
    public LossyBoolReader[] Partitions { get; private set; } = [];

    public int BlocksAcross => (Width + 15) / 16;

    public int BlocksDown => (Height + 15) / 16;

    /// <summary>Reads it.</summary>
    /// <param name="reader">Stands then before the modes of the first block.</param>
    public static LossyHeader Read(ReadOnlyMemory<byte> data, out LossyBoolReader reader)
    {
        LossyHeader header = ReadSize(data.Span, out int firstLength);
        PixelLimit.Check(header.Width, header.Height);
        ReadOnlyMemory<byte> rest = data[HeadLength..];

        // The modes of a block take more than a bit, so that short data cannot be a large picture.
        if (firstLength > rest.Length || header.BlocksAcross * header.BlocksDown / 8 > firstLength)
        {
            throw EndsEarly();
        }

        reader = new LossyBoolReader(rest[..firstLength]);
        header.ReadFields(ref reader, rest[firstLength..]);
        return header;
    }

    // 9.1: the tag, the start code, and two numbers of 14 bits each below a scale that is not applied.
    private static LossyHeader ReadSize(ReadOnlySpan<byte> data, out int firstLength)
    {
        if (data.Length < HeadLength)
        {
            throw EndsEarly();
        }

        int tag = data[0] | (data[1] << 8) | (data[2] << 16);
        firstLength = tag >> 5;
        if ((tag & 1) != 0 || !data[TagLength..].StartsWith((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A]))
        {
            throw new PictureFormatException("its picture data begins with no key frame");
        }

        if (((tag >> 1) & 7) > 3)
        {
            throw new UnsupportedPictureException("it is of a version that is not read");
        }

        int width = BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF;
        int height = BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF;
        return new LossyHeader(width, height);
    }

    private void ReadFields(ref LossyBoolReader reader, ReadOnlyMemory<byte> partitions)
    {
        // Colour space and clamping, neither of which WebP makes use of.
        reader.ReadNumber(2);
        LossySegments segments = ReadSegments(ref reader);
        Filter = LossyFilter.Read(ref reader, segments);
        Partitions = ReadPartitions(1 << reader.ReadNumber(2), partitions);
        Quantizers = LossyQuantizer.ReadAll(ref reader, segments);

        // Whether probabilities outlast the frame, 9.11.
        reader.ReadFlag();
        for (int i = 0; i < Coefficients.Length; i++)
        {
            if (reader.Read(LossyCoefficientTables.Updates[i]))
            {
                Coefficients[i] = (byte)reader.ReadNumber(8);
            }
        }

        SkipProbability = reader.ReadFlag() ? reader.ReadNumber(8) : null;
    }

    // 9.3
    private LossySegments ReadSegments(ref LossyBoolReader reader)
    {
        if (!reader.ReadFlag())
        {
            return LossySegments.None;
        }

        bool hasMap = reader.ReadFlag();
        LossySegments segments = reader.ReadFlag() ? LossySegments.Read(ref reader) : LossySegments.None;
        if (hasMap)
        {
            SegmentTree = [255, 255, 255];
            foreach (ref byte probability in SegmentTree.AsSpan())
            {
                probability = reader.ReadFlag() ? (byte)reader.ReadNumber(8) : probability;
            }
        }

        return segments;
    }

    // 9.5: the lengths of all but the last, three bytes each, then the partitions.
    private static LossyBoolReader[] ReadPartitions(int count, ReadOnlyMemory<byte> data)
    {
        int lengths = 3 * (count - 1);
        if (data.Length < lengths)
        {
            throw EndsEarly();
        }

        var partitions = new LossyBoolReader[count];
        ReadOnlyMemory<byte> rest = data[lengths..];
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> stated = data.Span[(3 * i)..];
            int length = i == count - 1 ? rest.Length : stated[0] | (stated[1] << 8) | (stated[2] << 16);
            if (length > rest.Length)
            {
                throw EndsEarly();
            }

            partitions[i] = new LossyBoolReader(rest[..length]);
            rest = rest[length..];
        }

        return partitions;
    }

    private static PictureFormatException EndsEarly() => new("its picture data ends early");
}
