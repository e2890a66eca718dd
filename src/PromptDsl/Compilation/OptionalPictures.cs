using System.Collections.Immutable;
using PromptDsl.Assets;
using PromptDsl.Semantics.Model;
using PromptDsl.Targets.Requests;

namespace PromptDsl.Compilation;

/// <summary>Leaves optional pictures that do not exist out of a stage.</summary>
internal static class OptionalPictures
{
    /// <summary>The stage without them, its pictures numbered anew, and what was left out.</summary>
    public static (Stage Stage, ImmutableArray<InputPicture> LeftOut) LeaveOut(Stage stage, AssetLookup assets)
    {
        ImmutableArray<InputPicture> missing =
        [
            .. stage.Inputs.Where(i => i.Source is FileInput file && IsOptional(i) && assets.IsMissing(file.Path)),
        ];
        return missing.IsEmpty
            ? (stage, [])
            : (
                stage with
                {
                    Inputs = [.. stage.Inputs.Except(missing).Select((input, i) => input with { Number = i + 1 })],
                },
                missing
            );
    }

    // What is edited is never optional: without it there is nothing to do.
    private static bool IsOptional(InputPicture picture) =>
        picture.Uses.All(u => !u.IsEdited && u.Reference is not null && u.Reference.Fields.IsTrue("optional"));
}
