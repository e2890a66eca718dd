using System.Collections.Immutable;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Runtime.Sketch.Painting;

/// <summary>What a stage draws, and what lends its place without being drawn.</summary>
/// <param name="All">Everything that is laid out.</param>
/// <param name="Hidden">What earlier stages drew: an edit places its own things beside it.</param>
internal sealed record StageThings(ImmutableArray<Thing> All, IReadOnlySet<Thing> Hidden)
{
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
            HashSet<Thing> earlier = isBeneath && own.IsEmpty ? [] : Earlier(stage);
            HashSet<string?> names = [.. own.Select(t => t.Name)];
            earlier.RemoveWhere(t => names.Contains(t.Name));
            IEnumerable<Thing> ordered = earlier
                .OrderBy(t => t.Place.Span.Start)
                .ThenBy(t => t.Name, StringComparer.Ordinal);
            return new StageThings([.. ordered, .. own], isBeneath ? earlier : new HashSet<Thing>());
        }

        bool hasObjects = own.Any(t => t is not (TextThing or CalloutThing));
        return new StageThings(hasObjects ? own : [.. own, .. Implied(stage.Scene)], new HashSet<Thing>());
    }

    /// <summary>What the stage sees of others, without what is inside of something else.</summary>
    private static HashSet<Thing> Earlier(Stage stage)
    {
        var outer = new HashSet<Thing>(stage.Visible.Values, ReferenceEqualityComparer.Instance);
        foreach (Thing thing in stage.Visible.Values)
        {
            outer.ExceptWith(Contents(thing));
        }

        outer.RemoveWhere(t => t is CalloutThing);
        return outer;
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
