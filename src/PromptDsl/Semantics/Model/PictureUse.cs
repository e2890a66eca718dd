using PromptDsl.Text;

namespace PromptDsl.Semantics.Model;

/// <summary>One reason why a picture is sent: it is edited, or it is a reference.</summary>
/// <param name="Name">The stage or reference by which slots name it, or null for a file in <c>from</c>.</param>
/// <param name="Reference">What the reference says, or null for the picture that is edited.</param>
/// <param name="Place">Where it is said.</param>
public sealed record PictureUse(string? Name, Reference? Reference, SourceSpan Place)
{
    /// <summary>Whether it is what is edited; a reference is when a file without stages says <c>change</c>.</summary>
    public bool IsEdited { get; init; } = Reference is null;
}
