namespace PromptDsl.Pictures;

/// <summary>Formats whose pixels are read and written here.</summary>
public enum PictureFormat
{
    Png,
    Jpeg,
    WebP,
}
