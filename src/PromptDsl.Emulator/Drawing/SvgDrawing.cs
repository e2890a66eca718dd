using System.Globalization;
using System.Text;
using PromptDsl.Values;

namespace PromptDsl.Emulator.Drawing;

/// <summary>Writes patterns as SVG: a square in a frame.</summary>
internal static class SvgDrawing
{
    public static byte[] Encode(Pattern pattern, ImageSize size) =>
        Encoding.UTF8.GetBytes(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                <svg xmlns="http://www.w3.org/2000/svg" width="{size.Width}" height="{size.Height}" viewBox="0 0 8 8">
                  <rect width="8" height="8" fill="{Color(pattern, 0)}"/>
                  <rect x="1" y="1" width="6" height="6" fill="{Color(pattern, 1)}"/>
                </svg>

                """
            )
        );

    private static string Color(Pattern pattern, int index)
    {
        (byte red, byte green, byte blue) = pattern.ColorOf(index);
        return $"#{red:x2}{green:x2}{blue:x2}";
    }
}
