namespace PromptDsl.Pictures.Jpeg;

/// <summary>Makes pixels of the coefficients of a frame.</summary>
internal static class JpegPixels
{
    public static Raster Create(JpegFrame frame, bool isRgb)
    {
        Raster raster = PixelLimit.CreateRaster(frame.Width, frame.Height);
        byte[][] planes = [.. frame.Components.Select(CreatePlane)];
        for (int y = 0; y < raster.Height; y++)
        {
            WriteRow(frame, planes, isRgb, y, raster.Row(y));
        }

        return raster;
    }

    private static byte[] CreatePlane(JpegComponent component)
    {
        // Coefficients whose channel has no scan are all zero, whatever the table.
        ushort[] quantization = component.Quantization ?? new ushort[JpegZigZag.Length];
        int stride = component.BlocksAcross * 8;
        byte[] plane = new byte[stride * component.BlocksDown * 8];
        Span<float> block = stackalloc float[JpegZigZag.Length];
        for (int row = 0; row < component.BlocksDown; row++)
        {
            for (int column = 0; column < component.BlocksAcross; column++)
            {
                ReadOnlySpan<short> coefficients = component.Block(column, row);
                for (int k = 0; k < JpegZigZag.Length; k++)
                {
                    block[JpegZigZag.Places[k]] = coefficients[k] * quantization[k];
                }

                Dct.Inverse(block);
                for (int i = 0; i < block.Length; i++)
                {
                    plane[(((row * 8) + (i / 8)) * stride) + (column * 8) + (i % 8)] = ToByte(block[i] + 128);
                }
            }
        }

        return plane;
    }

    // Channels of fewer samples are repeated, A.1.1.
    private static void WriteRow(JpegFrame frame, byte[][] planes, bool isRgb, int y, Span<byte> target)
    {
        Span<byte> channels = stackalloc byte[3];
        for (int x = 0; x < frame.Width; x++)
        {
            for (int i = 0; i < planes.Length; i++)
            {
                JpegComponent component = frame.Components[i];
                int column = x * component.Horizontal / frame.MaxHorizontal;
                int row = y * component.Vertical / frame.MaxVertical;
                channels[i] = planes[i][(row * component.BlocksAcross * 8) + column];
            }

            Span<byte> pixel = target.Slice(x * Raster.BytesPerPixel, Raster.BytesPerPixel);
            pixel[3] = byte.MaxValue;
            if (planes.Length == 1)
            {
                pixel[..3].Fill(channels[0]);
            }
            else if (isRgb)
            {
                channels.CopyTo(pixel);
            }
            else
            {
                // JFIF 1.02, conversion to RGB.
                int cb = channels[1] - 128;
                int cr = channels[2] - 128;
                pixel[0] = ToByte(channels[0] + (1.402f * cr));
                pixel[1] = ToByte(channels[0] - (0.344136f * cb) - (0.714136f * cr));
                pixel[2] = ToByte(channels[0] + (1.772f * cb));
            }
        }
    }

    private static byte ToByte(float value) => (byte)Math.Clamp(value + 0.5f, 0, byte.MaxValue);
}
