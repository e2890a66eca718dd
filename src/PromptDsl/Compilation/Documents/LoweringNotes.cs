using System.Collections.Immutable;
using PromptDsl.Semantics.Model;

namespace PromptDsl.Compilation.Documents;

/// <summary>What the author may want to know about how a stage was put into words.</summary>
/// <param name="AddedNames">Objects whose description holds no word of their name, so that the name was added to it.</param>
/// <param name="MissingPictures">Slots that name a picture that is not sent; their name stands in the text.</param>
public sealed record LoweringNotes(
    ImmutableArray<ObjectThing> AddedNames,
    ImmutableArray<MissingPicture> MissingPictures
)
{
    public static LoweringNotes None { get; } = new([], []);
}
