using System.Buffers.Binary;
using System.Globalization;
using PromptDsl.Values;

namespace PromptDsl.Assets.Png;

/// <summary>The header of a PNG, PNG (3rd edition) 11.2.1.</summary>
/// <param name="Depth">Bits for each sample, or for each palette index.</param>
internal sealed record PngHeader(ImageSize Size, int Depth, PngColor Color, bool IsInterlaced)
{
    /// <summary>The length of the chunk's data.</summary>
    public const int Length = 13;

    public bool HasAlphaChannel => Color is PngColor.GreyAlpha or PngColor.TrueColorAlpha;

    private int BitsPerPixel =>
        Depth
        * Color switch
        {
            PngColor.GreyAlpha => 2,
            PngColor.TrueColor => 3,
            PngColor.TrueColorAlpha => 4,
            _ => 1,
        };

    /// <summary>The distance of bytes that filters compare: 9.2, a whole pixel and at least one byte.</summary>
    public int FilterDistance => Math.Max(1, BitsPerPixel / 8);

    /// <summary>The pictures that the data is made of: one, or the seven passes of Adam7 (8.1).</summary>
    public IEnumerable<ImageSize> Passes => IsInterlaced ? Adam7.Select(p => p.Of(Size)) : [Size];

    /// <summary>The length of a row without its filter byte: 7.2, padded to whole bytes.</summary>
    public long RowBytes(int width) => (((long)width * BitsPerPixel) + 7) / 8;

    /// <summary>Reads the data of the chunk.</summary>
    public static PngHeader Read(ReadOnlySpan<byte> data)
    {
        uint width = BinaryPrimitives.ReadUInt32BigEndian(data);
        uint height = BinaryPrimitives.ReadUInt32BigEndian(data[4..]);
        if (width is 0 or > int.MaxValue || height is 0 or > int.MaxValue)
        {
            throw new AssetFormatException(
                string.Create(CultureInfo.InvariantCulture, $"its header states {width}×{height} pixels")
            );
        }

        if (!IsAllowed(data[9], data[8]))
        {
            throw new AssetFormatException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"its header states the colour type {data[9]} with {data[8]} bits, which PNG does not have"
                )
            );
        }

        if (data[10] != 0 || data[11] != 0 || data[12] > 1)
        {
            throw new AssetFormatException("its header states methods that PNG does not have");
        }

        return new PngHeader(new ImageSize((int)width, (int)height), data[8], (PngColor)data[9], data[12] == 1);
    }

    // 11.2.1, table of allowed combinations.
    private static bool IsAllowed(byte color, byte depth) =>
        (PngColor)color switch
        {
            PngColor.Grey => depth is 1 or 2 or 4 or 8 or 16,
            PngColor.Indexed => depth is 1 or 2 or 4 or 8,
            PngColor.TrueColor or PngColor.GreyAlpha or PngColor.TrueColorAlpha => depth is 8 or 16,
            _ => false,
        };

    // 8.1: where each pass begins and how far its pixels lie apart.
    private static readonly Pass[] Adam7 =
    [
        new(0, 0, 8, 8),
        new(4, 0, 8, 8),
        new(0, 4, 4, 8),
        new(2, 0, 4, 4),
        new(0, 2, 2, 4),
        new(1, 0, 2, 2),
        new(0, 1, 1, 2),
    ];

    private readonly record struct Pass(int X, int Y, int StepX, int StepY)
    {
        public ImageSize Of(ImageSize size) => new(Count(size.Width, X, StepX), Count(size.Height, Y, StepY));

        private static int Count(int length, int start, int step) =>
            length <= start ? 0 : ((length - start - 1) / step) + 1;
    }
}
