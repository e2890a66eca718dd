using System.Globalization;
using System.Text;
using PromptDsl.Pictures;

namespace PromptDsl.Runtime.Sketch.Wire;

/// <summary>Writes a sketch in the format that is asked for.</summary>
internal static class SketchFile
{
    /// <summary>The bytes of the file.</summary>
    /// <exception cref="WireException">Sketches are not written in that format.</exception>
    public static byte[] Encode(Raster picture, string format, int? compression) =>
        format switch
        {
            "png" => PictureEncoder.Encode(picture, PictureFormat.Png),
            "jpeg" => PictureEncoder.Encode(picture, PictureFormat.Jpeg, Math.Clamp(compression ?? 90, 1, 100)),
            "webp" => PictureEncoder.Encode(picture, PictureFormat.WebP),
            "svg" => Svg(picture),
            _ => throw WireException.BadRequest(
                "unsupported_output_format",
                "output_format",
                $"Sketches are drawn as png, jpeg, webp or svg, not as {format}."
            ),
        };

    // The pixels in an SVG document: whatever shows an SVG shows the same sketch.
    private static byte[] Svg(Raster picture)
    {
        string data = Convert.ToBase64String(PictureEncoder.Encode(picture, PictureFormat.Png));
        string size = string.Create(
            CultureInfo.InvariantCulture,
            $"width=\"{picture.Width}\" height=\"{picture.Height}\""
        );
        return Encoding.UTF8.GetBytes(
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" {size}><image {size} href=\"data:image/png;base64,{data}\"/></svg>\n"
        );
    }
}
