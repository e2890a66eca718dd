using System.Collections.Immutable;
using PromptDsl.Text;

namespace PromptDsl.Semantics.Model;

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
