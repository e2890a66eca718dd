using System.Collections.Immutable;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Semantics.Model;

/// <summary>What is said to the model: of the whole file, of one stage, or both together.</summary>
public sealed record Scene
{
    public static Scene Empty { get; } = new();

    /// <summary>Raw prose.</summary>
    public AuthoredText? Prompt { get; init; }

    /// <summary>A <see cref="WordValue"/> of a content kind, or a <see cref="TextValue"/>.</summary>
    public BoundValue? Content { get; init; }

    /// <summary>Scalars, text or lists, as every prose field.</summary>
    public Field? Purpose { get; init; }

    public Field? Audience { get; init; }

    public ImmutableArray<DomainSection> Domains { get; init; } = [];

    public SubjectSection? Subject { get; init; }

    public StyleSection? Style { get; init; }

    public ImmutableArray<Thing> Things { get; init; } = [];

    public ImmutableArray<AuthoredText> Negatives { get; init; } = [];

    public SafeAreaSection? SafeArea { get; init; }
}
