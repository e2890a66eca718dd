namespace PromptDsl.Targets.Requests;

/// <summary>A mask as a request carries it.</summary>
/// <param name="Name">The multipart part, or the JSON field, that carries it.</param>
/// <param name="ContentType">The content type, or null for a format that the API does not take.</param>
/// <param name="Source">Where its bytes come from.</param>
public sealed record MaskPart(string Name, string? ContentType, FileInput Source)
{
    internal static MaskPart? From(string name, RequestMask? mask)
    {
        if (mask is null)
        {
            return null;
        }

        var source = new FileInput(mask.Path);
        return new MaskPart(name, source.ContentType, source);
    }
}
