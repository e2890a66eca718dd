using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;
using PromptDsl.Syntax;
using PromptDsl.Text;

namespace PromptDsl.Comparison.Meaning;

/// <summary>Reads what is said to the model, of a file or of a stage.</summary>
internal static class SceneReader
{
    public static void Read(Scene scene, Element into)
    {
        into.Add(FactReader.Read(scene.Prompt, ChangeArea.Intent, "prompt"));
        ReadContent(scene, into);
        foreach (Field? field in (ReadOnlySpan<Field?>)[scene.Purpose, scene.Audience])
        {
            into.Add(field is null ? null : FactReader.Read(field, ChangeArea.Intent));
        }

        foreach (DomainSection domain in scene.Domains)
        {
            into.Add(Section(domain.Kind, domain.Fields, domain.Place, ChangeArea.Domain));
        }

        if (scene.Subject is { } subject)
        {
            Element element = Section("subject", subject.Fields, subject.Place, ChangeArea.Subject);
            element.Add(FactReader.Read(subject.Description, ChangeArea.Subject));
            into.Add(element);
        }

        ReadStyle(scene.Style, into);
        ThingReader.Read(scene.Things, into);
        ReadNegatives(scene.Negatives, into);
        if (scene.SafeArea is { } area)
        {
            into.Add(Section("safe-area", area.Fields, area.Place, ChangeArea.Technical, "technical.safe-area"));
        }
    }

    public static void ReadStyle(StyleSection? style, Element into)
    {
        if (style is null)
        {
            return;
        }

        Element element = Section("style", style.Fields, style.Place, ChangeArea.Style);
        foreach (StyleMix mix in style.Mixes)
        {
            element.Add(Mix(mix));
        }

        foreach (PaletteColor color in style.Palette)
        {
            element.Add(Color(color));
        }

        into.Add(element);
    }

    public static void ReadNegatives(IEnumerable<AuthoredText> negatives, Element into)
    {
        foreach (AuthoredText negative in negatives.DistinctBy(n => n.Plain, StringComparer.Ordinal))
        {
            var element = new Element("negative", null, negative.Place)
            {
                Identity = ElementIdentity.Content,
                Area = ChangeArea.Negatives,
                Segment = "negatives",
            };
            element.Add(FactReader.Read(negative, ChangeArea.Negatives));
            into.Add(element);
        }
    }

    private static void ReadContent(Scene scene, Element into)
    {
        if (scene.Content is not { } content)
        {
            return;
        }

        // A block of a domain says what the content is when nothing else does; of several the first,
        // so that their order has a meaning.
        bool isImplied =
            scene.Domains.Any(d => d.Place == content.Place) && scene.Domains.Count(d => d.Kind != "education") == 1;
        into.Add(
            new Fact("content", ValueReader.Read(content), content.Place, ChangeArea.Intent)
            {
                Role = isImplied ? FactRole.Implied : FactRole.Plain,
            }
        );
    }

    private static Element Section(
        string kind,
        FieldSet fields,
        SourceSpan place,
        ChangeArea area,
        string? segment = null
    )
    {
        var element = new Element(kind, null, place)
        {
            Identity = ElementIdentity.Only,
            Area = area,
            Segment = segment ?? kind,
            ValueNoun = "",
        };
        foreach (Field field in fields)
        {
            element.Add(FactReader.Read(field, area));
        }

        return element;
    }

    private static Element Mix(StyleMix mix)
    {
        var element = new Element("mix", null, mix.Place)
        {
            Identity = ElementIdentity.Name,
            Area = ChangeArea.Style,
            Segment = "mix " + StringLiteral.Quote(mix.Style.Plain),
        };
        element.Add(FactReader.Read(mix.Style, ChangeArea.Style));
        if (mix.Weight is { } weight)
        {
            element.Add(FactReader.Read("weight", ValueReader.Read(weight), weight.Place, ChangeArea.Style));
        }

        return element;
    }

    private static Element Color(PaletteColor color)
    {
        var element = new Element("color", color.Role, color.Color.Place)
        {
            Identity = ElementIdentity.Order,
            Area = ChangeArea.Style,
            Segment = color.Role is null ? "palette" : "palette." + color.Role,
            ValueNoun = "",
        };
        element.Add(FactReader.Read("", ValueReader.Read(color.Color), color.Color.Place, ChangeArea.Style));
        return element;
    }
}
