using System.Globalization;
using System.IO.Compression;
using PromptDsl.Values;

namespace PromptDsl.Assets.Png;

/// <summary>Goes through the pixels of a PNG row by row and keeps no more than two rows.</summary>
internal sealed class PngPixels(PngHeader header, PngTransparency? transparency)
{
    /// <summary>Longer edges are refused: a row costs time, however short it is.</summary>
    public const int MaxEdge = 1024 * 1024;

    /// <summary>Whether a fully transparent pixel has been seen.</summary>
    public bool HasTransparent { get; private set; }

    /// <summary>Refuses what would unfold to more than is looked through, before anything is unfolded.</summary>
    public void CheckSize()
    {
        if (header.Size.LongEdge > MaxEdge)
        {
            throw new AssetFormatException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"it is {header.Size} pixels, longer than the {MaxEdge} that are looked through"
                )
            );
        }

        long bytes = header.Passes.Sum(p => p.Height * header.RowBytes(p.Width));
        if (bytes > AssetReader.MaxPixelBytes)
        {
            throw new AssetFormatException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"its pixels unfold to {bytes} bytes, more than the {AssetReader.MaxPixelBytes} that are looked through"
                )
            );
        }
    }

    /// <summary>Reads all pixels.</summary>
    /// <param name="data">The compressed data.</param>
    public void Read(Stream data)
    {
        try
        {
            using var rows = new ZLibStream(data, CompressionMode.Decompress, leaveOpen: true);
            foreach (ImageSize pass in header.Passes)
            {
                ReadPass(rows, pass);
            }

            // At the end of the data its checksum is compared; more than the rows need is passed over.
            rows.ReadByte();
        }
        catch (InvalidDataException)
        {
            throw new AssetFormatException("its picture data cannot be decompressed");
        }
    }

    private void ReadPass(ZLibStream rows, ImageSize pass)
    {
        if (pass.Pixels == 0)
        {
            return;
        }

        // A filter byte, then the row.
        int length = (int)header.RowBytes(pass.Width) + 1;
        byte[] row = new byte[length];
        byte[] above = new byte[length];
        for (int y = 0; y < pass.Height; y++)
        {
            if (rows.ReadAtLeast(row, length, throwOnEndOfStream: false) < length)
            {
                throw new AssetFormatException("its picture data ends before its last row");
            }

            if (row[0] > PngFilter.Last)
            {
                throw new AssetFormatException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"a row has the filter {row[0]}, which PNG does not have"
                    )
                );
            }

            Look(row[0], row.AsSpan(1), above.AsSpan(1), pass.Width);
            (row, above) = (above, row);
        }
    }

    // One transparent pixel answers the question; the rest is only unfolded to see that it is whole.
    private void Look(byte filter, Span<byte> row, ReadOnlySpan<byte> above, int width)
    {
        if (transparency is not null && !HasTransparent)
        {
            PngFilter.Undo(filter, row, above, header.FilterDistance);
            HasTransparent = transparency.IsIn(row, width);
        }
    }
}
