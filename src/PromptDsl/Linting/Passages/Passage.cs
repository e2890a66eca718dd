using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Linting.Passages;

/// <summary>A text of the author, with what it is for.</summary>
/// <param name="Text">The text, in NFC as words are compared.</param>
/// <param name="Role">What it tells the model.</param>
/// <param name="Scope">What it is about.</param>
/// <param name="Kind">The kind of block or key that it stands in, such as <c>style</c>, <c>object</c>, <c>prompt</c>.</param>
/// <param name="Key">The key in the block, or null for the value of the block itself.</param>
public sealed record Passage(AuthoredText Text, PassageRole Role, PassageScope Scope, string Kind, string? Key = null)
{
    private string? _plain;

    /// <summary>The style that is blended on purpose, or null.</summary>
    public StyleMix? Mix { get; init; }

    /// <summary>The text as one string.</summary>
    public string Plain => _plain ??= Text.Plain;

    /// <summary>Whether rules about wording read it.</summary>
    public bool IsWording => Role is PassageRole.Description or PassageRole.Prose or PassageRole.Change;

    // A passage is itself: two that say the same are still two.
    public bool Equals(Passage? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
