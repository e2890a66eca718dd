using PromptDsl.Assets;

namespace PromptDsl.Runtime.Execution;

/// <summary>Names of picture formats: in requests, in file names, and as content types.</summary>
internal static class PictureTypes
{
    public const string DefaultFormat = "png";

    /// <summary>The extension of a file for an output format of the API.</summary>
    public static string ExtensionOf(string? format) =>
        format switch
        {
            null => DefaultFormat,
            "jpeg" => "jpg",
            _ => format,
        };

    /// <summary>The extension of a file for a format that was read from bytes; null for those that are not read.</summary>
    public static string? ExtensionOf(AssetFormat format) =>
        format switch
        {
            AssetFormat.Png => "png",
            AssetFormat.Jpeg => "jpg",
            AssetFormat.WebP => "webp",
            AssetFormat.Gif => "gif",
            _ => null,
        };

    /// <summary>The content type that a file name promises; null for formats that the API does not take.</summary>
    public static string? ContentTypeOf(string path) =>
        Path.GetExtension(path) switch
        {
            ".png" => "image/png",
            ".jpg" or ".jpeg" => "image/jpeg",
            ".webp" => "image/webp",
            _ => null,
        };
}
