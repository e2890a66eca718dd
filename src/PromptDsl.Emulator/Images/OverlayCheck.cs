using PromptDsl.Assets;
using PromptDsl.Emulator.Http;

namespace PromptDsl.Emulator.Images;

/// <summary>Refuses masks and markups that do not lie on the first picture. The texts of the errors are ours: the service's are not known.</summary>
internal static class OverlayCheck
{
    public static void Check(string name, InputPicture overlay, InputPicture first)
    {
        if (overlay.Facts is not { } facts)
        {
            return;
        }

        if (facts.Format != AssetFormat.Png)
        {
            throw Refuse(name, $"Invalid {name}: it must be a PNG file.");
        }

        if (facts.HasAlpha == false)
        {
            throw Refuse(name, $"Invalid {name}: it must have an alpha channel.");
        }

        if (name == "markup" && facts.HasTransparentPixels == false)
        {
            throw Refuse(name, $"Invalid {name}: it must have transparent pixels.");
        }

        if (first.Facts is { } under && under.Size != facts.Size)
        {
            throw Refuse(
                name,
                $"Invalid {name}: its size {facts.Size} does not match the size {under.Size} of the first image."
            );
        }
    }

    private static ApiException Refuse(string name, string message) =>
        ApiException.BadRequest(message, "invalid_value", name);
}
