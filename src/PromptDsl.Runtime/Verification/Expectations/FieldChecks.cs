using PromptDsl.Semantics.Model;

namespace PromptDsl.Runtime.Verification.Expectations;

/// <summary>Makes checks of the field that they belong to.</summary>
internal static class FieldChecks
{
    public static PictureCheck Passed(this Field field, string message) =>
        new(field.Key, CheckStatus.Passed, message, field.Value.Place);

    public static PictureCheck Failed(this Field field, string message) =>
        new(field.Key, CheckStatus.Failed, message, field.Value.Place);

    public static PictureCheck NotChecked(this Field field, string reason) =>
        new(field.Key, CheckStatus.NotChecked, reason, field.Value.Place);

    /// <summary>What comes of looking at pixels that are not there: a damaged file satisfies nothing.</summary>
    public static PictureCheck WithoutPixels(this Field field, CheckedFile file) =>
        file.Damage is { } damage
            ? field.Failed($"the picture cannot be read: {damage}")
            : field.NotChecked(file.Problem);
}
