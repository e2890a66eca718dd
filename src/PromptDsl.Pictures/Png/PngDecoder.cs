using System.Globalization;
using System.IO.Compression;
using PromptDsl.Assets.Png;

namespace PromptDsl.Pictures.Png;

/// <summary>
/// Reads PNG (3rd edition): all colour types, depths and both interlace methods. Profiles and gamma are
/// not applied; of an animation the still picture is read.
/// </summary>
internal static class PngDecoder
{
    // Deflate codes at most 258 bytes in two bits, so that data cannot unfold to more than this many times its length.
    private const int MaxExpansion = 1032;

    public static Raster Decode(ReadOnlySpan<byte> file)
    {
        var chunks = new PngChunkReader(file);
        chunks.Next();
        if (chunks.Name != PngHeader.Chunk)
        {
            throw new PictureFormatException("its first chunk is not its header");
        }

        PngHeader header = PngHeader.Read(chunks.Data);
        var colors = new PngColors(header);
        using MemoryStream data = ReadChunks(chunks, colors);
        if (header.DataBytes > data.Length * MaxExpansion)
        {
            throw EndsEarly();
        }

        Raster raster = PixelLimit.CreateRaster(header.Width, header.Height);
        try
        {
            using var rows = new ZLibStream(data, CompressionMode.Decompress);
            foreach (PngPass pass in header.Passes)
            {
                ReadPass(rows, pass, header, colors, raster);
            }

            // At the end of the data its checksum is compared; more than the rows need is passed over.
            rows.ReadByte();
        }
        catch (InvalidDataException)
        {
            throw new PictureFormatException("its picture data cannot be decompressed");
        }

        return raster;
    }

    // 5.6: palette and transparency stand before the picture data, whose chunks follow each other.
    private static MemoryStream ReadChunks(PngChunkReader chunks, PngColors colors)
    {
        var data = new MemoryStream();
        for (chunks.Next(); chunks.Name != "IEND"; chunks.Next())
        {
            switch (chunks.Name)
            {
                case "PLTE":
                    colors.ReadPalette(chunks.Data);
                    break;
                case "tRNS":
                    colors.ReadTransparency(chunks.Data);
                    break;
                case "IDAT":
                    data.Write(chunks.Data);
                    break;
                default:
                    if (chunks.IsCritical)
                    {
                        throw new PictureFormatException($"its chunk {chunks.Name} is none that PNG has");
                    }

                    break;
            }
        }

        RefuseDictionary(data);
        colors.CheckPalette();
        data.Position = 0;
        return data;
    }

    // RFC 1950 2.2: bit 5 of the second byte asks for a dictionary, which PNG (10.1) does not have.
    private static void RefuseDictionary(MemoryStream data)
    {
        if (data.Length < 2)
        {
            throw EndsEarly();
        }

        if ((data.GetBuffer()[1] & 0x20) != 0)
        {
            throw new PictureFormatException("its picture data asks for a dictionary");
        }
    }

    private static void ReadPass(ZLibStream rows, PngPass pass, PngHeader header, PngColors colors, Raster raster)
    {
        int columns = pass.Columns(header.Width);
        if (columns == 0)
        {
            return;
        }

        // A filter byte, then the row.
        int length = header.RowBytes(pass) + 1;
        byte[] row = new byte[length];
        byte[] above = new byte[length];
        for (int y = pass.Y; y < header.Height; y += pass.StepY)
        {
            if (rows.ReadAtLeast(row, length, throwOnEndOfStream: false) < length)
            {
                throw EndsEarly();
            }

            if (row[0] > PngFilter.Last)
            {
                throw new PictureFormatException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"a row has the filter {row[0]}, which PNG does not have"
                    )
                );
            }

            PngFilter.Undo(row[0], row.AsSpan(1), above.AsSpan(1), header.FilterDistance);
            Span<byte> target = raster.Row(y)[(pass.X * Raster.BytesPerPixel)..];
            colors.Convert(row.AsSpan(1), columns, target, pass.StepX * Raster.BytesPerPixel);
            (row, above) = (above, row);
        }
    }

    private static PictureFormatException EndsEarly() => new("its picture data ends before its last row");
}
