using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Linting.Layout;
using PromptDsl.Linting.Passages;
using PromptDsl.Semantics.Model;

namespace PromptDsl.Linting.Rules.Contradictions;

internal sealed class ImpossibleLayoutRule() : LintRule("IMG3104", "impossible-layout", DiagnosticSeverity.Warning)
{
    // What comes after is told once these are mended.
    private const int MostFindings = 20;

    public override string Documentation =>
        """
            ## What it checks

            Positions and relations that cannot all hold: A left of B and B left of A, over any number of steps; a
            thing left of what stands at the left edge, unless it is put there too; a thing at the right and left of
            another at the left; a thing inside another that is inside the first, or inside and beside the same thing.
            Positions within a region are its own. Two things of one position may have any order. Of one picture or
            region at most 20 knots are reported at a time in each direction.

            ## Why it matters

            The model drops one of the relations, another one in every picture.

            ## Example

            ```imgp
            details {
              object cabin "a cabin" { left-of: birch }
              object birch "a birch" { left-of: well }
              object well "a well" { left-of: cabin }
            }
            ```

            ```imgp
            locale: ko
            details {
              object 오두막 "오두막" { at: left }
              object 우물 "우물" { left-of: 오두막 }
            }
            ```

            ## Use instead

            ```imgp
            details {
              object cabin "a cabin" { at: left }
              object well "a well" { right-of: cabin }
            }
            ```

            ## Fix safety

            There is no fix: only you know which relation is wrong.

            ## Options

            None.

            ## Source

            Logic: the relations have no solution.
            """;

    internal override void CheckStage(StageContext context)
    {
        foreach (ImmutableArray<Thing> things in SceneWalk.Groups(context.Stage.Scene))
        {
            var relations = new ThingRelations(things);
            foreach (LayoutAxis axis in LayoutAxis.All)
            {
                CheckAxis(context, things, relations, axis);
            }

            CheckContainment(context, things, relations);
        }
    }

    private void CheckAxis(
        StageContext context,
        ImmutableArray<Thing> things,
        ThingRelations relations,
        LayoutAxis axis
    )
    {
        ImmutableArray<ThingRelation> said = relations.Of(axis.Before, axis.After);
        LayoutLink[] links =
        [
            .. said.Select(
                (r, i) =>
                    r.Relation.Kind == axis.Before
                        ? new LayoutLink(r.Thing, r.Target, i)
                        : new LayoutLink(r.Target, r.Thing, i)
            ),
        ];
        CheckLinks(context, things, [.. things.Select(t => axis.ZoneOf(t.Fields.Word("at")))], said, links);
    }

    // Each finding takes out one link, so that what else is wrong is found as well.
    private void CheckLinks(
        StageContext context,
        ImmutableArray<Thing> things,
        ImmutableArray<LayoutZone> zones,
        ImmutableArray<ThingRelation> said,
        IEnumerable<LayoutLink> links
    )
    {
        List<LayoutLink> left = [.. links];
        for (int found = 0; found < MostFindings; found++)
        {
            ImmutableArray<LayoutLink> chain = LayoutSolver.Conflict(zones, left);
            if (chain.IsEmpty)
            {
                return;
            }

            context.Report(Impossible(things, chain, said));
            left.Remove(chain.MaxBy(l => said[l.Source].Relation.Place.Span.Start));
        }
    }

    private Diagnostic Impossible(
        ImmutableArray<Thing> things,
        ImmutableArray<LayoutLink> chain,
        ImmutableArray<ThingRelation> said
    )
    {
        ImmutableArray<ThingRelation> steps =
        [
            .. chain.Select(l => said[l.Source]).OrderBy(r => r.Relation.Place.Span.Start),
        ];
        ThingRelation last = steps[^1];
        Thing first = things[chain[0].Earlier];
        Thing end = things[chain[^1].Later];
        bool isCycle = ReferenceEquals(first, end);
        IEnumerable<DiagnosticLabel> positions = isCycle
            ? []
            : new[] { first, end }.Select(PositionLabel).OfType<DiagnosticLabel>();
        string how =
            isCycle && chain.Length == 1 ? "a thing cannot stand beside itself"
            : isCycle ? "the relations go round in a circle"
            : first.Fields["at"] is null ? $"nothing fits beyond {NameOf(end)}, which stands at the edge"
            : end.Fields["at"] is null ? $"nothing fits beyond {NameOf(first)}, which stands at the edge"
            : "the positions say the opposite";
        return Finding(
            last.Relation.Place,
            Describe(things, last),
            $"the relations of {NameOf(things[last.Thing])} cannot all hold: {how}, so the model drops one of them",
            "Change or remove one of the marked positions and relations."
        ) with
        {
            Secondary =
            [
                .. steps.SkipLast(1).Select(r => new DiagnosticLabel(r.Relation.Place, Describe(things, r))),
                .. positions,
            ],
        };
    }

    private void CheckContainment(StageContext context, ImmutableArray<Thing> things, ThingRelations relations)
    {
        ImmutableArray<LayoutZone> free = [.. things.Select(_ => new LayoutZone(0, 1))];
        foreach (string kind in (string[])["inside", "on"])
        {
            ImmutableArray<ThingRelation> said = relations.Of(kind);
            CheckLinks(context, things, free, said, said.Select((r, i) => new LayoutLink(r.Thing, r.Target, i)));
        }

        ILookup<(int, int), ThingRelation> beside = relations
            .Of("left-of", "right-of", "above", "below", "on", "next-to")
            .ToLookup(r => (Math.Min(r.Thing, r.Target), Math.Max(r.Thing, r.Target)));
        foreach (ThingRelation contained in relations.Of("inside"))
        {
            (int, int) pair = (
                Math.Min(contained.Thing, contained.Target),
                Math.Max(contained.Thing, contained.Target)
            );
            if (beside[pair].Any())
            {
                context.Report(InsideAndBeside(things, contained, beside[pair].First()));
            }
        }
    }

    private Diagnostic InsideAndBeside(ImmutableArray<Thing> things, ThingRelation contained, ThingRelation beside) =>
        Finding(
            contained.Relation.Place,
            Describe(things, contained),
            $"{NameOf(things[contained.Thing])} cannot be inside a thing and beside it, so the model drops one of the relations",
            "Remove one of the two relations."
        ) with
        {
            Secondary = [new DiagnosticLabel(beside.Relation.Place, Describe(things, beside))],
        };

    private static DiagnosticLabel? PositionLabel(Thing thing) =>
        thing.Fields.Find("at") is { } at
            ? new DiagnosticLabel(at.Value.Place, Shorten($"{NameOf(thing)} is at {at.Value.Written}"))
            : null;

    private static string Describe(ImmutableArray<Thing> things, ThingRelation said) =>
        Shorten(
            $"{NameOf(things[said.Thing])} is {said.Relation.Kind.Replace('-', ' ')} {NameOf(things[said.Target])}"
        );

    private static string Shorten(string label) => label.Length <= 60 ? label : label[..59] + "…";

    private static string NameOf(Thing thing) => thing.Name is { } name ? $"`{name}`" : "an object";
}
