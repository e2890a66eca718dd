using System.Collections.Immutable;
using PromptDsl.Pictures;
using PromptDsl.Values;

namespace PromptDsl.Runtime.Sketch.Wire;

/// <summary>Draws what a request asks for, of what the scope declares.</summary>
internal sealed class SketchArtist
{
    private const long MostPixels = 8_294_400;
    private const int MostPartials = 3;
    private const int CoarsestSquares = 12;

    private readonly SketchOrder _order;
    private readonly WireRequest _request;

    /// <summary>Prepares the drawing.</summary>
    /// <param name="order">What is declared, and which sending of the request it is.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="previous">The picture of the response that the request goes on from, or null.</param>
    /// <exception cref="WireException">The size or a picture of the request cannot be used.</exception>
    public SketchArtist(SketchOrder order, WireRequest request, Raster? previous)
    {
        if (request.Count is < 1 or > 10)
        {
            throw WireException.BadRequest("invalid_value", "n", "A request asks for 1 to 10 pictures.");
        }

        if (request.PartialImages is < 0 or > MostPartials)
        {
            throw WireException.BadRequest("invalid_value", "partial_images", "A request asks for 0 to 3 previews.");
        }

        ImmutableArray<Raster> inputs = [.. request.Images.Select((image, i) => Decode(image, $"image[{i}]"))];
        inputs = previous is null ? inputs : inputs.Insert(0, previous);
        _request = request;
        _order = order with
        {
            Size = SizeOf(order, request, inputs),
            Inputs = inputs,
            Mask = request.Mask is { } mask ? Decode(mask, "mask") : null,
            Variations = order.Variations * request.Count,
            IsTransparent = request.Background == "transparent",
        };
    }

    public ImageSize Size => _order.Size;

    /// <summary>A picture of the request, from 0.</summary>
    public Raster Draw(int index) =>
        SketchRenderer.Draw(_order with { Variation = ((_order.Variation - 1) * _request.Count) + index + 1 });

    /// <summary>An unfinished picture: the finished one in squares, finer with each index.</summary>
    public static Raster Coarsen(Raster picture, int index)
    {
        int squares = CoarsestSquares << index;
        return Scaling.Coarsen(picture, Math.Max(1, Math.Min(picture.Width, picture.Height) / squares));
    }

    /// <summary>The size that is asked for; else the one that was decided, that of the picture edited, or 1024 × 1024.</summary>
    private static ImageSize SizeOf(SketchOrder order, WireRequest request, ImmutableArray<Raster> inputs)
    {
        if (request.Size is { } text and not "auto")
        {
            return ImageSize.TryParse(text, out ImageSize size) && size.Pixels <= MostPixels
                ? size
                : throw WireException.BadRequest(
                    "invalid_value",
                    "size",
                    $"'{text}' is no size that can be sketched: WIDTHxHEIGHT of at most {MostPixels} pixels, or auto."
                );
        }

        Raster? edited = order.Stage.IsEdit ? inputs.FirstOrDefault() : null;
        return order.Stage.Request.Size.Size
            ?? (
                edited is not null && (long)edited.Width * edited.Height <= MostPixels
                    ? new ImageSize(edited.Width, edited.Height)
                    : new ImageSize(1024, 1024)
            );
    }

    private static Raster Decode(byte[] file, string parameter)
    {
        try
        {
            return PictureDecoder.Decode(file);
        }
        catch (PictureFormatException e)
        {
            throw WireException.BadRequest("image_parse_error", parameter, $"The picture cannot be read: {e.Message}.");
        }
    }
}
