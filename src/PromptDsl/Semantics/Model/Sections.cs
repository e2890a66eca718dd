using System.Collections.Immutable;
using PromptDsl.Semantics.Values;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Model;

/// <summary>The subject: setting, action, pose, expression, wardrobe, mood, count.</summary>
public sealed record SubjectSection(AuthoredText? Description, FieldSet Fields, SourceSpan Place);

/// <summary>The style: medium, movement, artist, era, lighting, camera, lens, composition, perspective, texture, mood, finish.</summary>
/// <param name="Fields">What is said, without the palette.</param>
/// <param name="Palette">The colours in order.</param>
/// <param name="Mixes">Styles that are blended.</param>
/// <param name="Place">The head of the block.</param>
public sealed record StyleSection(
    FieldSet Fields,
    ImmutableArray<PaletteColor> Palette,
    ImmutableArray<StyleMix> Mixes,
    SourceSpan Place
)
{
    public bool IsEmpty => Fields.Count == 0 && Palette.IsEmpty && Mixes.IsEmpty;
}

/// <summary>A colour of the palette: a literal or words.</summary>
/// <param name="Role"><c>primary</c>, <c>secondary</c>, <c>accent</c>, <c>background</c>, <c>text</c>, or null in a plain list.</param>
/// <param name="Color">A <see cref="ColorValue"/> or a <see cref="TextValue"/>.</param>
public sealed record PaletteColor(string? Role, BoundValue Color);

/// <summary>A style that is blended with others.</summary>
/// <param name="Weight">Its share in percent, or null.</param>
public sealed record StyleMix(AuthoredText Style, PercentValue? Weight, SourceSpan Place);

/// <summary>The fields that a kind of content needs, such as <c>infographic { topic }</c>.</summary>
public sealed record DomainSection(string Kind, FieldSet Fields, SourceSpan Place);

/// <summary>Where everything important must be: top, bottom, left, right, margin-….</summary>
public sealed record SafeAreaSection(FieldSet Fields, SourceSpan Place);

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
