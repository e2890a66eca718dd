using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Runtime.Verification.Expectations;

/// <summary>The exact size in pixels.</summary>
internal static class SizeExpectation
{
    public const string Key = "size";

    public static PictureCheck Check(Field field, CheckedFile file)
    {
        if (field.Value is not SizeValue { Size: var expected })
        {
            return field.NotChecked($"'{field.Value.Written}' is no size");
        }

        if (file.Facts.Size is not { } found)
        {
            return file.Format == "svg"
                ? field.NotChecked("an SVG has no pixels")
                : field.Failed($"expected {expected}, but the size cannot be read: {file.Facts.Problem}");
        }

        return found == expected
            ? field.Passed($"the picture is {found}")
            : field.Failed($"expected {expected}, but the picture is {found}");
    }
}
