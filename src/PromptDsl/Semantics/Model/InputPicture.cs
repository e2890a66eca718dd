using System.Collections.Immutable;
using PromptDsl.Targets.Requests;

namespace PromptDsl.Semantics.Model;

/// <summary>A picture that is sent with a request.</summary>
/// <param name="Number">Its number in the prompt and the request, from 1.</param>
/// <param name="Source">A stage or a file.</param>
/// <param name="Uses">Why it is sent; a file used twice is sent once with both.</param>
public sealed record InputPicture(int Number, InputSource Source, ImmutableArray<PictureUse> Uses)
{
    /// <summary>Whether the picture is what is edited.</summary>
    public bool IsEdited => Uses.Any(u => u.IsEdited);
}
