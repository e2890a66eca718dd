using System.Collections.Immutable;
using PromptDsl.Assets;

namespace PromptDsl.Targets.Checks;

/// <summary>The formats of pictures, as the API calls them and as people do.</summary>
internal static class PictureFormats
{
    /// <summary>The name of the API, or null for bytes in none of the formats that are read.</summary>
    public static string? Name(AssetFormat format) =>
        format switch
        {
            AssetFormat.Png => "png",
            AssetFormat.Jpeg => "jpeg",
            AssetFormat.WebP => "webp",
            AssetFormat.Gif => "gif",
            _ => null,
        };

    /// <summary>The name of the API for a content type such as <c>image/png</c>.</summary>
    public static string? OfContentType(string? contentType) => contentType?[(contentType.IndexOf('/') + 1)..];

    /// <summary>The name as people write it.</summary>
    public static string Spoken(string? format) =>
        format switch
        {
            "jpeg" => "JPEG",
            "webp" => "WebP",
            null => "other format",
            _ => format.ToUpperInvariant(),
        };

    /// <summary>The names with "or" before the last: "PNG, JPEG or WebP".</summary>
    public static string Spoken(ImmutableArray<string> formats) =>
        formats.Length < 2
            ? string.Concat(formats.Select(Spoken))
            : $"{string.Join(", ", formats[..^1].Select(Spoken))} or {Spoken(formats[^1])}";
}
