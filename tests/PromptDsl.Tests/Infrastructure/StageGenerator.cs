using System.Collections.Immutable;
using System.Globalization;
using PromptDsl.Schema;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Tests.Infrastructure;

/// <summary>Builds stages from a list of choices; every text is unlike every other, and none is part of another.</summary>
internal sealed class StageGenerator(ModelBuilder m, int[] choices)
{
    private static readonly string[] Beginnings =
    [
        "a ",
        "낡은 ",
        "{\"",
        "the café ",
        "",
        "“",
        "🦊 ",
        "#",
        "two, three ",
    ];

    private static readonly string[] Endings =
    [
        "",
        "",
        "",
        " hut",
        " 오두막",
        ".",
        "!",
        "…",
        "”",
        "\"}",
        "\nand more",
        " 60%",
        "?\"",
    ];

    private int _position;
    private int _texts;
    private int _names;

    /// <summary>Texts that stand in the compiled text exactly once.</summary>
    public List<string> Once { get; } = [];

    /// <summary>Copy, which may be repeated where it is called.</summary>
    public List<string> Copy { get; } = [];

    public Stage Stage()
    {
        ImmutableArray<Thing> things = Things(depth: 0);
        var scene = new Scene
        {
            Prompt = Flip() ? Said() : null,
            Content = Next(3) switch
            {
                0 => m.Word(Pick(LanguageSchema.ContentKinds)),
                1 => new TextValue(Said()),
                _ => null,
            },
            Purpose = Flip() ? Prose("purpose") : null,
            Audience = Flip() ? Prose("audience") : null,
            Domains = [.. Domains()],
            Subject = Flip() ? new SubjectSection(Flip() ? Said() : null, FieldsOf("subject"), m.Place()) : null,
            Style = Flip() ? Style() : null,
            Things = things,
            Negatives = Texts(),
            SafeArea = Flip() ? new SafeAreaSection(FieldsOf("safe-area"), m.Place()) : null,
        };
        return Next(3) == 0 ? m.Generation(scene, [.. Pictures()]) : Edit(scene);
    }

    private Stage Edit(Scene scene)
    {
        ImmutableArray<Thing> known =
        [
            m.Object(Name(), SaidText()),
            m.Object(Name(), SaidText()),
            m.Lettering(Name(), Lettered()),
        ];
        string[] names = [.. scene.Things.Concat(known).Select(t => t.Name).OfType<string>()];
        if (names.Length > 0 && Flip())
        {
            Relation relation = m.Relation(Pick(LanguageSchema.Relations), [.. names.Take(3)]);
            scene = scene with
            {
                Things = scene.Things.Add(new ObjectThing(null, Said(), FieldSet.Empty, [relation], m.Place())),
            };
        }

        // What the picture holds is described when it is called, so that all of it is kept here.
        object[] keeps = [.. names.Where(n => known.Any(t => t.Name == n)).Select(n => (object)m.Name(n))];
        Stage stage = m.Edit(null, scene, known, keeps);
        return stage with
        {
            Changes = Texts(),
            Keeps = stage.Keeps.AddRange(Texts().Select(t => new KeptItem(null, t, m.Place()))),
            StyleReminder = Flip() ? Style() : null,
            Inputs = [m.Picture(1, "base"), .. Pictures().Select(p => p with { Number = p.Number + 1 })],
        };
    }

    private ImmutableArray<Thing> Things(int depth)
    {
        var things = ImmutableArray.CreateBuilder<Thing>();
        int count = Next(4);
        for (int i = 0; i < count; i++)
        {
            Thing thing = Next(depth < 2 ? 7 : 4) switch
            {
                0 or 1 => Object(),
                2 => Lettering(),
                3 => Table(),
                4 => new RegionThing(null, Area(depth), FieldsOf("region", "negatives"), [], m.Place()),
                5 => m.Grid("2x1", FieldsOf("grid"), Flip() ? Area(depth) : null, Area(depth), Area(depth)),
                _ => m.Callout(Lettered(), FieldsOf("callout", "target")),
            };
            things.Add(thing);
        }

        return things.DrainToImmutable();
    }

    private ObjectThing Object() => new(Name(), Said(), FieldsOf("object", "from"), [], m.Place());

    private TextThing Lettering() => m.Lettering(Name(), Lettered(), FieldsOf("text"));

    private TableThing Table() =>
        m.Table(
            null,
            Flip() ? Lettered() : null,
            m.Fields(("unit", Lettered()), ("columns", new object[] { Lettered(), Lettered() })),
            m.Row(Flip() ? Lettered() : null, Lettered(), 12)
        );

    private AreaContent Area(int depth) =>
        new(Flip() ? Said() : null, Flip() ? Style() : null, Things(depth + 1), Texts(), m.Place());

    private StyleSection Style() =>
        new(
            FieldsOf("style", "palette"),
            [new PaletteColor(Flip() ? "accent" : null, Flip() ? m.Color("#2E4057") : new TextValue(Said()))],
            Flip() ? [new StyleMix(Said(), m.Percent("70%"), m.Place()), new StyleMix(Said(), null, m.Place())] : [],
            m.Place()
        );

    private IEnumerable<DomainSection> Domains()
    {
        foreach (KindSchema kind in LanguageSchema.Kinds.Where(k => LanguageSchema.IsDomain(k.Name)))
        {
            if (Next(4) == 0)
            {
                yield return new DomainSection(kind.Name, FieldsOf(kind.Name), m.Place());
            }
        }
    }

    private IEnumerable<InputPicture> Pictures()
    {
        int count = Next(3);
        for (int i = 1; i <= count; i++)
        {
            string name = $"reference-{i.ToString(CultureInfo.InvariantCulture)}";
            var reference = new Reference(name, new ImageValue("a.png", m.Place()), FieldsOf("reference"), m.Place());
            yield return m.Picture(i, name, reference);
        }
    }

    private FieldSet FieldsOf(string kind, params string[] without)
    {
        var fields = ImmutableArray.CreateBuilder<Field>();
        foreach (KeySchema key in LanguageSchema.FindKind(kind)!.Keys)
        {
            if (without.Contains(key.Name) || LanguageSchema.Relations.Contains(key.Name) || Next(3) != 0)
            {
                continue;
            }

            fields.Add(
                key.Type switch
                {
                    { Words: { IsEmpty: false } words } => m.Field(key.Name, m.Word(Pick(words))),
                    var t when t.Accepts(ValueForm.Text) => Prose(key.Name),
                    var t when t.Accepts(ValueForm.Percent) => m.Field(key.Name, m.Percent("30%")),
                    var t when t.Accepts(ValueForm.Integer) => m.Field(key.Name, 3),
                    _ => m.Field(key.Name, true),
                }
            );
        }

        return new FieldSet(fields.DrainToImmutable());
    }

    private Field Prose(string key) =>
        Flip()
            ? new Field(key, new TextValue(Said()), m.Place())
            : new Field(key, new ListValue([new TextValue(Said()), new TextValue(Said())], m.Place()), m.Place());

    private ImmutableArray<AuthoredText> Texts() => [.. Enumerable.Range(0, Next(3)).Select(_ => Said())];

    private string Name() => $"name-{_names++.ToString(CultureInfo.InvariantCulture)}";

    private AuthoredText Said() => m.Text(SaidText());

    private string SaidText()
    {
        string text = Unique();
        Once.Add(text);
        return text;
    }

    private string Lettered()
    {
        string text = Unique();
        Copy.Add(text);
        return text;
    }

    private string Unique() =>
        $"{Beginnings[Next(Beginnings.Length)]}w{_texts++.ToString(CultureInfo.InvariantCulture)}x{Endings[Next(Endings.Length)]}";

    private string Pick(ImmutableArray<string> words) => words[Next(words.Length)];

    private bool Flip() => Next(2) == 0;

    private int Next(int count)
    {
        int choice = choices.Length == 0 ? 0 : choices[_position++ % choices.Length] + (_position / choices.Length);
        return (int)((uint)choice % (uint)count);
    }
}
