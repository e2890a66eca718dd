namespace PromptDsl.Targets.Requests;

/// <summary>
/// The formats that the API takes as input images. A part of any other content type is answered with
/// <c>unsupported_file_mimetype</c>.
/// </summary>
internal static class InputFormat
{
    /// <summary>The content type of a format or file extension, or null when the API does not take it.</summary>
    public static string? ContentType(string format) =>
        format.ToLowerInvariant() switch
        {
            "png" => "image/png",
            "jpg" or "jpeg" => "image/jpeg",
            "webp" => "image/webp",
            _ => null,
        };
}
