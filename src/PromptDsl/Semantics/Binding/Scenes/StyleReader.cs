using System.Collections.Immutable;
using PromptDsl.Semantics.Binding.Expansion;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Semantics.Binding.Scenes;

/// <summary>Reads <c>style</c>: its fields, the palette, the styles that are mixed.</summary>
internal static class StyleReader
{
    public static StyleSection? Read(BlockNode node)
    {
        if (node.Child("style") is not { } block)
        {
            return null;
        }

        var mixes = ImmutableArray.CreateBuilder<StyleMix>();
        foreach (BlockNode mix in block.ChildrenOf("mix"))
        {
            if (mix.Value is TextValue style)
            {
                mixes.Add(new StyleMix(style.Text, mix.Find("weight")?.Value as PercentValue, mix.Place));
            }
        }

        return new StyleSection(
            block.ToFields(f => f.Key != "palette"),
            ReadPalette(block),
            mixes.ToImmutable(),
            block.Place
        );
    }

    private static ImmutableArray<PaletteColor> ReadPalette(BlockNode style)
    {
        var colors = ImmutableArray.CreateBuilder<PaletteColor>();
        if (style.Find("palette") is { } property)
        {
            AddColors(colors, property.Value);
        }

        if (style.Child("palette") is { } block)
        {
            if (block.Value is not null)
            {
                AddColors(colors, block.Value);
            }

            foreach (Field field in block.ToFields())
            {
                colors.Add(new PaletteColor(field.Key, field.Value));
            }
        }

        return colors.ToImmutable();
    }

    private static void AddColors(ImmutableArray<PaletteColor>.Builder colors, BoundValue value)
    {
        foreach (BoundValue color in value.AsItems())
        {
            if (color is not ErrorValue)
            {
                colors.Add(new PaletteColor(null, color));
            }
        }
    }
}
