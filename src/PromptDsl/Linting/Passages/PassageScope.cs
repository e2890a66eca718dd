using PromptDsl.Semantics.Model;

namespace PromptDsl.Linting.Passages;

/// <summary>
/// What a passage is about: the whole picture, an area of it, or one thing. Opposites clash only within
/// one scope.
/// </summary>
/// <param name="Area">The innermost region or cell, or null for the picture.</param>
/// <param name="Thing">The thing, or null for the area or picture itself.</param>
/// <param name="IsSubject">Whether it is about the subject of the picture rather than the picture as a whole.</param>
public sealed record PassageScope(AreaContent? Area, Thing? Thing, bool IsSubject = false)
{
    public static PassageScope Picture { get; } = new(null, null);

    public static PassageScope Subject { get; } = new(null, null, IsSubject: true);

    // Two scopes are one when they are about the same declared thing, not about things that look alike.
    public bool Equals(PassageScope? other) =>
        other is not null
        && ReferenceEquals(Area, other.Area)
        && ReferenceEquals(Thing, other.Thing)
        && IsSubject == other.IsSubject;

    public override int GetHashCode() =>
        HashCode.Combine(
            System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(Area),
            System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(Thing),
            IsSubject
        );
}
