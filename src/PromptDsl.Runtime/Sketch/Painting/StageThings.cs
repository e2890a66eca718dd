using System.Collections.Immutable;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Runtime.Sketch.Painting;

/// <summary>What a stage draws, and what lends its place without being drawn.</summary>
/// <param name="All">Everything that is laid out.</param>
/// <param name="Hidden">What earlier stages drew: an edit places its own things beside it.</param>
/// <param name="Settled">What stays where earlier stages drew it: all that is hidden, and what is drawn anew.</param>
internal sealed record StageThings(ImmutableArray<Thing> All, IReadOnlySet<Thing> Hidden, IReadOnlySet<Thing> Settled)
{
    private static readonly IReadOnlySet<Thing> None = new HashSet<Thing>();

    private static readonly ImmutableArray<string> ListedFields = ["components", "elements", "views", "expressions"];
    private static readonly ImmutableArray<string> LeadingFields =
    [
        "scene",
        "topic",
        "product",
        "screen",
        "kind",
        "goal",
    ];

    /// <summary>Reads a stage.</summary>
    /// <param name="isBeneath">Whether there is a picture that shows what earlier stages drew.</param>
    public static StageThings Of(Stage stage, bool isBeneath)
    {
        ImmutableArray<Thing> own = stage.Scene.Things;
        if (stage.IsEdit)
        {
            return isBeneath && own.IsEmpty ? new StageThings([], None, None) : OfEdit(stage, isBeneath);
        }

        bool hasObjects = own.Any(t => t is not (TextThing or CalloutThing));
        return new StageThings(hasObjects ? own : [.. own, .. Implied(stage.Scene)], None, None);
    }

    private static StageThings OfEdit(Stage stage, bool isBeneath)
    {
        List<Thing> earlier = Earlier(stage);
        HashSet<Thing> settled = new(ReferenceEqualityComparer.Instance);
        var own = ImmutableArray.CreateBuilder<Thing>();
        foreach (Thing thing in stage.Scene.Things)
        {
            Thing? before = earlier.Find(e => IsDrawnAnew(e, thing));
            own.Add(before is null ? thing : InPlaceOf(before, thing));
            if (before is not null)
            {
                earlier.Remove(before);
                settled.Add(own[^1]);
            }
        }

        settled.UnionWith(earlier);
        IReadOnlySet<Thing> hidden = new HashSet<Thing>(earlier, ReferenceEqualityComparer.Instance);
        return new StageThings([.. earlier, .. own], isBeneath ? hidden : None, isBeneath ? settled : None);
    }

    /// <summary>A thing where another was, under the name by which others find their places beside it.</summary>
    private static Thing InPlaceOf(Thing before, Thing now) =>
        now with
        {
            Name = before.Name,
            Fields = before.Fields.Overlay(now.Fields),
            Relations = now.Relations.IsEmpty ? before.Relations : now.Relations,
        };

    private static bool IsDrawnAnew(Thing before, Thing now) =>
        before.Name == now.Name || (before, now) is (TextThing a, TextThing b) && a.Literal == b.Literal;

    /// <summary>What the stage sees of others, in order, without what is inside of something else.</summary>
    private static List<Thing> Earlier(Stage stage)
    {
        var outer = new HashSet<Thing>(stage.Visible.Values, ReferenceEqualityComparer.Instance);
        outer.ExceptWith(stage.Scene.Things);
        foreach (Thing thing in stage.Visible.Values)
        {
            outer.ExceptWith(Contents(thing));
        }

        return
        [
            .. outer
                .Where(t => t is not CalloutThing)
                .OrderBy(t => t.Place.Span.Start)
                .ThenBy(t => t.Name, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<Thing> Contents(Thing thing) =>
        thing switch
        {
            RegionThing region => region.Content.Things,
            GridThing grid => (grid.Each?.Things ?? []).Concat(grid.Cells.SelectMany(c => c.Things)),
            _ => [],
        };

    /// <summary>What a picture without objects is of: the parts that its kind lists, its subject, or its prose.</summary>
    private static IEnumerable<Thing> Implied(Scene scene)
    {
        ImmutableArray<AuthoredText> parts = Texts(scene, ListedFields);
        if (!parts.IsEmpty)
        {
            return parts.Select(p => Single(p, FieldSet.Empty));
        }

        return scene switch
        {
            { Subject: { Description: { } text } subject } => [Single(text, subject.Fields)],
            { Prompt: { } prose } => [Single(prose, FieldSet.Empty)],
            _ => Texts(scene, LeadingFields).Take(1).Select(t => Single(t, FieldSet.Empty)),
        };
    }

    private static ImmutableArray<AuthoredText> Texts(Scene scene, ImmutableArray<string> fields) =>
        [
            .. scene
                .Domains.SelectMany(d => fields.SelectMany(f => d.Fields.Items(f)))
                .OfType<TextValue>()
                .Select(v => v.Text),
        ];

    private static ObjectThing Single(AuthoredText text, FieldSet fields) => new(null, text, fields, [], text.Place);
}
