namespace PromptDsl.Pictures;

/// <summary>Pictures turned and mirrored.</summary>
public static class Turning
{
    /// <summary>The picture as it is shown.</summary>
    /// <param name="picture">The pixels as they stand in the file.</param>
    /// <param name="orientation">By Exif 2.32, 4.6.4 A: 1, upright, to 8; for any other number nothing is turned.</param>
    public static Raster Upright(Raster picture, int orientation)
    {
        if (orientation is < 2 or > 8)
        {
            return picture;
        }

        bool isOnItsSide = orientation >= 5;
        var upright = isOnItsSide
            ? new Raster(picture.Height, picture.Width)
            : new Raster(picture.Width, picture.Height);
        int right = picture.Width - 1;
        int bottom = picture.Height - 1;
        for (int y = 0; y < upright.Height; y++)
        {
            Span<byte> row = upright.Row(y);
            for (int x = 0; x < upright.Width; x++)
            {
                (int column, int line) = orientation switch
                {
                    2 => (right - x, y),
                    3 => (right - x, bottom - y),
                    4 => (x, bottom - y),
                    5 => (y, x),
                    6 => (y, bottom - x),
                    7 => (right - y, bottom - x),
                    _ => (right - y, x),
                };
                picture
                    .Row(line)
                    .Slice(column * Raster.BytesPerPixel, Raster.BytesPerPixel)
                    .CopyTo(row[(x * Raster.BytesPerPixel)..]);
            }
        }

        return upright;
    }
}
