using System.Collections.Immutable;
using System.Globalization;
using PromptDsl.Emulator.Faults;
using PromptDsl.Emulator.Images;
using PromptDsl.Pictures;
using PromptDsl.Values;

namespace PromptDsl.Emulator.Drawing;

/// <summary>Makes the pictures of orders: the same for the same prompt and ordinal, another for any other.</summary>
internal sealed class PictureMaker(PictureStyle style)
{
    private const string NoPicture = "This is a text and not a picture.";

    private static readonly ImageSize TinySize = new(16, 16);

    private readonly IndexedPng _png = new();

    /// <summary>The finished pictures of an order, as a fault leaves them.</summary>
    public ImmutableArray<DrawnPicture> Make(PictureOrder order, FaultKind? fault) =>
        [.. Enumerable.Range(0, order.Count).Select(i => Make(order, Name(i), fault))];

    /// <summary>The unfinished pictures of a stream.</summary>
    public ImmutableArray<DrawnPicture> MakePartial(PictureOrder order) =>
        [.. Enumerable.Range(0, order.PartialImages).Select(i => Make(order, "partial " + Name(i), null))];

    private DrawnPicture Make(PictureOrder order, string name, FaultKind? fault)
    {
        byte[] bytes =
            fault == FaultKind.NotAPicture
                ? System.Text.Encoding.UTF8.GetBytes(NoPicture)
                : Draw(order, SizeOf(order.Size, fault), name);
        string base64 = Convert.ToBase64String(bytes);

        // In the middle, where only who decodes everything finds it.
        return new DrawnPicture(
            bytes,
            fault == FaultKind.MalformedBase64
                ? string.Concat(base64.AsSpan(0, base64.Length / 2), "*", base64.AsSpan(base64.Length / 2 + 1))
                : base64
        );
    }

    private ImageSize SizeOf(ImageSize asked, FaultKind? fault) =>
        style == PictureStyle.Tiny ? TinySize
        : fault == FaultKind.WrongSize ? new ImageSize(Math.Max(1, asked.Width / 2), Math.Max(1, asked.Height / 2))
        : asked;

    private byte[] Draw(PictureOrder order, ImageSize size, string name)
    {
        var pattern = new Pattern($"{name}\n{order.Model.Id}\n{order.Prompt}");
        bool isTransparent = order.Background == "transparent";
        return order.Format switch
        {
            "gif" => GifAnimation.Encode(pattern, size, order.Frames, order.FrameMilliseconds),
            "svg" => SvgDrawing.Encode(pattern, size),
            "jpeg" => PictureEncoder.Encode(Paint(pattern, size, false), PictureFormat.Jpeg),
            "webp" => PictureEncoder.Encode(Paint(pattern, size, isTransparent), PictureFormat.WebP),
            _ => _png.Encode(pattern, size, isTransparent),
        };
    }

    private static Raster Paint(Pattern pattern, ImageSize size, bool isTransparent)
    {
        var raster = new Raster(size.Width, size.Height);
        for (int y = 0; y < size.Height; y++)
        {
            Span<byte> row = raster.Row(y);
            for (int x = 0; x < size.Width; x++)
            {
                int index = Pattern.IndexAt(x, y, size.Width, size.Height);
                (byte red, byte green, byte blue) = pattern.ColorOf(index);
                ReadOnlySpan<byte> pixel =
                [
                    red,
                    green,
                    blue,
                    isTransparent && index == 0 ? byte.MinValue : byte.MaxValue,
                ];
                pixel.CopyTo(row[(x * Raster.BytesPerPixel)..]);
            }
        }

        return raster;
    }

    private static string Name(int ordinal) => ordinal.ToString(CultureInfo.InvariantCulture);
}
