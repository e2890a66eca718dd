using System.Collections.Immutable;
using PromptDsl.Compilation.Documents;
using PromptDsl.Semantics.Model;
using PromptDsl.Text;

namespace PromptDsl.Compilation.Phrasing;

/// <summary>A style: what is blended, the fields, the palette.</summary>
internal sealed class StyleLowering(LoweringContext context)
{
    public List<PromptItem> Lower(StyleSection style)
    {
        var items = new List<PromptItem>();
        if (!style.Mixes.IsEmpty)
        {
            items.Add(Mixes(style.Mixes));
        }

        foreach (Field field in style.Fields)
        {
            if (context.Field("style", field) is { } item)
            {
                items.Add(item);
            }
        }

        if (Palette(style) is { } palette)
        {
            items.Add(palette);
        }

        return items;
    }

    private PromptItem Mixes(ImmutableArray<StyleMix> mixes)
    {
        string label = context.Label("mix", "");
        SourceSpan place = mixes[0].Place;
        var items = ImmutableArray.CreateBuilder<PromptItem>(mixes.Length);
        var sentence = new PhraseBuilder();
        sentence.Say(label, place);
        sentence.Say(": ", place);
        if (mixes.Length > 1)
        {
            sentence.Say(context.Book.Blend, place);
        }

        for (int i = 0; i < mixes.Length; i++)
        {
            StyleMix mix = mixes[i];
            if (i > 0)
            {
                sentence.Separate(i == mixes.Length - 1 ? context.Book.BlendLast : ", ", mix.Place);
            }

            items.Add(Mix(mix, sentence));
        }

        sentence.EndSentence(place);
        return new PromptItem
        {
            Block = "style",
            Key = "mixes",
            Label = label,
            Place = place,
            IsList = true,
            Items = items.DrainToImmutable(),
            Lines = [new PromptLine(0, sentence.ToPhrase())],
        };
    }

    private PromptItem Mix(StyleMix mix, PhraseBuilder sentence)
    {
        PromptPhrase style = context.Say(mix.Style);
        PromptItem name = context.Item("mix", "style", mix.Place, style);
        sentence.Write(style);
        var entry = new PromptItem
        {
            Block = "mix",
            Key = "mix",
            Label = name.Label,
            Place = mix.Place,
            Items = [name],
        };
        if (mix.Weight is not { } weight)
        {
            return entry;
        }

        PromptPhrase share = context.Values("weight", weight)[0];
        sentence.Write(context.Around(context.Book.Brackets, share, weight.Place));
        PromptItem item = context.Item("mix", "weight", weight.Place, share) with
        {
            Label = context.Label("mix", "weight"),
        };
        return entry with { Items = [name, item] };
    }

    private PromptItem? Palette(StyleSection style)
    {
        string label = context.Label("style", "palette");
        var colors = ImmutableArray.CreateBuilder<PromptPhrase>(style.Palette.Length);
        var roles = ImmutableArray.CreateBuilder<PromptItem>();
        foreach (PaletteColor entry in style.Palette)
        {
            foreach (PromptPhrase color in context.Values("palette", entry.Color))
            {
                SourceSpan colorPlace = entry.Color.Place;
                string? role = entry.Role is null ? null : context.Label("palette", entry.Role);
                colors.Add(role is null ? color : context.Around(($"{role} ", ""), color, colorPlace));
                roles.Add(
                    context.Item("palette", entry.Role ?? "color", colorPlace, color) with
                    {
                        Label = role ?? label,
                    }
                );
            }
        }

        if (colors.Count == 0)
        {
            return null;
        }

        SourceSpan place = roles[0].Place;
        ImmutableArray<PromptPhrase> values = colors.DrainToImmutable();
        var palette = new PromptItem
        {
            Block = "style",
            Key = "palette",
            Label = label,
            Place = place,
        };
        if (style.Palette.All(c => c.Role is null))
        {
            return palette with { Values = values, IsList = true };
        }

        var sentence = new PhraseBuilder();
        sentence.WriteField(label, values, place);
        return palette with { Items = roles.DrainToImmutable(), Lines = [new PromptLine(0, sentence.ToPhrase())] };
    }
}
