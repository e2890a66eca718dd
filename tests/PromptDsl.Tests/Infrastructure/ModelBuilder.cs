using System.Collections.Immutable;
using System.Globalization;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;
using PromptDsl.Targets.Requests;
using PromptDsl.Text;
using PromptDsl.Values;

namespace PromptDsl.Tests.Infrastructure;

/// <summary>
/// Builds models by hand. Every text gets a place of its own and is remembered under it, so that a
/// source map can be checked.
/// </summary>
internal sealed class ModelBuilder
{
    private static readonly SourceText Source = SourceText.FromString(new string('x', 200_000), "test.imgp");

    private int _next;

    /// <summary>What the author wrote, by place.</summary>
    public Dictionary<SourceSpan, string> Authored { get; } = [];

    public SourceSpan Place() => new(Source, new TextSpan(_next++, 1));

    public AuthoredText Text(string text)
    {
        SourceSpan place = Remember(text);
        return new AuthoredText([new TextRun(text, place)], place);
    }

    /// <summary>A text with slots for pictures: every second part is the name of one.</summary>
    public AuthoredText TextWithPictures(params ReadOnlySpan<string> parts)
    {
        var runs = ImmutableArray.CreateBuilder<TextRun>();
        for (int i = 0; i < parts.Length; i++)
        {
            runs.Add(
                i % 2 == 0
                    ? new TextRun(parts[i], Remember(parts[i]))
                    : new TextRun($"${{{parts[i]}}}", Place(), parts[i])
            );
        }

        return new AuthoredText(runs.DrainToImmutable(), Place());
    }

    public ImmutableArray<AuthoredText> Texts(params ReadOnlySpan<string> texts)
    {
        var all = ImmutableArray.CreateBuilder<AuthoredText>();
        foreach (string text in texts)
        {
            all.Add(Text(text));
        }

        return all.DrainToImmutable();
    }

    /// <summary>A text for a string, a number for an int, a list for an array; other values as they are.</summary>
    public BoundValue Value(object value) =>
        value switch
        {
            BoundValue bound => bound,
            string text => new TextValue(Text(text)),
            int number => Number(number.ToString(CultureInfo.InvariantCulture)),
            bool flag => new BooleanValue(flag, Place()),
            object[] items => new ListValue([.. items.Select(Value)], Place()),
            _ => throw new ArgumentException($"No value for {value}.", nameof(value)),
        };

    public WordValue Word(string word) => new(word, Place());

    public NameValue Name(string name) => new(name, Place());

    public PercentValue Percent(string literal) =>
        new(decimal.Parse(literal.TrimEnd('%'), CultureInfo.InvariantCulture), literal, Remember(literal));

    public NumberValue Number(string literal) =>
        new(decimal.Parse(literal, CultureInfo.InvariantCulture), literal, Remember(literal));

    public ColorValue Color(string literal) => new(literal, Remember(literal));

    public Field Field(string key, object value) => new(key, Value(value), Place());

    public FieldSet Fields(params ReadOnlySpan<(string Key, object Value)> fields)
    {
        var all = ImmutableArray.CreateBuilder<Field>();
        foreach ((string key, object value) in fields)
        {
            all.Add(Field(key, value));
        }

        return new FieldSet(all.DrainToImmutable());
    }

    public Relation Relation(string kind, params ReadOnlySpan<string> names)
    {
        var targets = ImmutableArray.CreateBuilder<BoundValue>();
        foreach (string name in names)
        {
            targets.Add(Name(name));
        }

        return new Relation(kind, targets.DrainToImmutable(), Place());
    }

    public Relation RelationToWords(string kind, string words) => new(kind, [Value(words)], Place());

    public ObjectThing Object(
        string? name,
        string? description,
        FieldSet? fields = null,
        params ImmutableArray<Relation> relations
    ) => new(name, description is null ? null : Text(description), fields ?? FieldSet.Empty, relations, Place());

    public TextThing Lettering(
        string? name,
        string literal,
        FieldSet? fields = null,
        params ImmutableArray<Relation> relations
    ) => new(name, Text(literal), fields ?? FieldSet.Empty, relations, Place());

    public AreaContent Area(string? description, params ImmutableArray<Thing> things) =>
        new(description is null ? null : Text(description), null, things, [], Place());

    public RegionThing Region(string? name, AreaContent content, FieldSet? fields = null) =>
        new(name, content, fields ?? FieldSet.Empty, [], Place());

    public GridThing Grid(string size, FieldSet? fields, AreaContent? each, params ImmutableArray<AreaContent> cells)
    {
        Assert(ImageSize.TryParse(size, out ImageSize parsed));
        return new GridThing(null, parsed, each, cells, fields ?? FieldSet.Empty, Place());
    }

    public TableThing Table(string? name, string? title, FieldSet fields, params ImmutableArray<TableRow> rows) =>
        new(name, title is null ? null : Text(title), rows, fields, [], Place());

    public TableRow Row(string? label, params object[] cells) =>
        new(label is null ? null : Text(label), [.. cells.Select(Value)], Place());

    public CalloutThing Callout(string label, FieldSet fields) => new(null, Text(label), fields, Place());

    public SubjectSection Subject(string? description, params ReadOnlySpan<(string Key, object Value)> fields) =>
        new(description is null ? null : Text(description), Fields(fields), Place());

    public StyleSection Style(params ReadOnlySpan<(string Key, object Value)> fields) =>
        new(Fields(fields), [], [], Place());

    public ImmutableArray<PaletteColor> Palette(params ReadOnlySpan<string> colors)
    {
        var palette = ImmutableArray.CreateBuilder<PaletteColor>();
        foreach (string color in colors)
        {
            palette.Add(new PaletteColor(null, color.StartsWith('#') ? Color(color) : Value(color)));
        }

        return palette.DrainToImmutable();
    }

    public DomainSection Domain(string kind, params ReadOnlySpan<(string Key, object Value)> fields) =>
        new(kind, Fields(fields), Place());

    public SafeAreaSection SafeArea(params ReadOnlySpan<(string Key, string Percent)> fields)
    {
        var all = ImmutableArray.CreateBuilder<Field>();
        foreach ((string key, string percent) in fields)
        {
            all.Add(Field(key, Percent(percent)));
        }

        return new SafeAreaSection(new FieldSet(all.DrainToImmutable()), Place());
    }

    public Reference Reference(string name, params ReadOnlySpan<(string Key, object Value)> fields) =>
        new(name, new ImageValue($"refs/{name}.png", Place()), Fields(fields), Place());

    /// <summary>An input picture that is edited: a null reference; else what the reference says.</summary>
    public InputPicture Picture(int number, string? name, Reference? reference = null) =>
        new(
            number,
            reference is null && name is not null
                ? new StageInput(name)
                : new FileInput($"refs/{number.ToString(CultureInfo.InvariantCulture)}.png"),
            [new PictureUse(name, reference, Place())]
        );

    public Stage Generation(Scene scene, params ImmutableArray<InputPicture> inputs) =>
        new()
        {
            Name = "",
            IsEdit = false,
            Place = Place(),
            Scene = scene,
            Inputs = inputs,
            Parameters = new ImageParameters(),
            Visible = Visible(scene.Things),
        };

    public Stage Edit(string? change, Scene scene, ImmutableArray<Thing> known, params ReadOnlySpan<object> keeps)
    {
        ImmutableDictionary<string, Thing> visible = Visible([.. known, .. scene.Things]);
        var kept = ImmutableArray.CreateBuilder<KeptItem>();
        foreach (object keep in keeps)
        {
            kept.Add(
                keep is NameValue name
                    ? new KeptItem(visible[name.Name], null, name.Place)
                    : new KeptItem(null, Text((string)keep), Place())
            );
        }

        return new Stage
        {
            Name = "edit",
            IsEdit = true,
            Place = Place(),
            Scene = scene,
            Changes = change is null ? [] : Texts(change),
            Keeps = kept.DrainToImmutable(),
            Inputs = [Picture(1, "layout")],
            Parameters = new ImageParameters(),
            Visible = visible,
        };
    }

    private static ImmutableDictionary<string, Thing> Visible(ImmutableArray<Thing> things)
    {
        ImmutableDictionary<string, Thing>.Builder visible = ImmutableDictionary.CreateBuilder<string, Thing>();
        Add(things);
        return visible.ToImmutable();

        void Add(IEnumerable<Thing> more)
        {
            foreach (Thing thing in more)
            {
                if (thing.Name is not null)
                {
                    visible[thing.Name] = thing;
                }

                if (thing is RegionThing region)
                {
                    Add(region.Content.Things);
                }

                if (thing is GridThing grid)
                {
                    Add([.. grid.Each?.Things ?? [], .. grid.Cells.SelectMany(c => c.Things)]);
                }
            }
        }
    }

    private static void Assert(bool condition) => Xunit.Assert.True(condition);

    private SourceSpan Remember(string text)
    {
        SourceSpan place = Place();
        Authored[place] = text;
        return place;
    }
}
