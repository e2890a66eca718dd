using System.Buffers.Binary;
using System.Globalization;
using PromptDsl.Assets.Png;

namespace PromptDsl.Pictures.Png;

/// <summary>The header of a PNG, PNG (3rd edition) 11.2.1.</summary>
/// <param name="Depth">Bits for each sample, or for each palette index.</param>
internal sealed record PngHeader(int Width, int Height, int Depth, PngColor Color, bool IsInterlaced)
{
    public const string Chunk = "IHDR";

    private const int Length = 13;

    public int Channels =>
        Color switch
        {
            PngColor.GreyAlpha => 2,
            PngColor.TrueColor => 3,
            PngColor.TrueColorAlpha => 4,
            _ => 1,
        };

    /// <summary>The distance of bytes that filters compare: 9.2, a whole pixel and at least one byte.</summary>
    public int FilterDistance => Math.Max(1, Channels * Depth / 8);

    /// <summary>The pictures that the data is made of: one, or the seven of Adam7.</summary>
    public IEnumerable<PngPass> Passes => IsInterlaced ? PngPass.Adam7 : [PngPass.Whole];

    /// <summary>How many bytes the rows have, with their filter bytes.</summary>
    public long DataBytes => Passes.Sum(p => p.Columns(Width) == 0 ? 0 : p.Rows(Height) * (1L + RowBytes(p)));

    /// <summary>The length of a row of a pass without its filter byte: 7.2, padded to whole bytes.</summary>
    public int RowBytes(PngPass pass) => (int)((((long)pass.Columns(Width) * Channels * Depth) + 7) / 8);

    /// <summary>Reads the data of the chunk.</summary>
    public static PngHeader Read(ReadOnlySpan<byte> data)
    {
        if (data.Length != Length)
        {
            throw new PictureFormatException("its header has a wrong length");
        }

        uint width = BinaryPrimitives.ReadUInt32BigEndian(data);
        uint height = BinaryPrimitives.ReadUInt32BigEndian(data[4..]);
        PixelLimit.Check(width, height);
        byte depth = data[8];
        var color = (PngColor)data[9];
        if (!IsAllowed(color, depth))
        {
            throw new PictureFormatException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"its header states the colour type {data[9]} with {depth} bits, which PNG does not have"
                )
            );
        }

        if (data[10] != 0 || data[11] != 0 || data[12] > 1)
        {
            throw new PictureFormatException("its header states methods that PNG does not have");
        }

        return new PngHeader((int)width, (int)height, depth, color, data[12] == 1);
    }

    // 11.2.1, table of allowed combinations.
    private static bool IsAllowed(PngColor color, byte depth) =>
        color switch
        {
            PngColor.Grey => depth is 1 or 2 or 4 or 8 or 16,
            PngColor.Indexed => depth is 1 or 2 or 4 or 8,
            PngColor.TrueColor or PngColor.GreyAlpha or PngColor.TrueColorAlpha => depth is 8 or 16,
            _ => false,
        };
}
