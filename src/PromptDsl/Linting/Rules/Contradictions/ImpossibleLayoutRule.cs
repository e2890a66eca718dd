using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Linting.Layout;
using PromptDsl.Linting.Passages;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Linting.Rules.Contradictions;

internal sealed class ImpossibleLayoutRule() : LintRule("IMG3104", "impossible-layout", DiagnosticSeverity.Warning)
{
    public override string Documentation =>
        """
            ## What it checks

            Positions and relations that cannot all hold: A left of B and B left of A, over any number of steps; a
            thing left of what stands at the left edge, unless it is put there too; a thing at the right and left of
            another at the left; a thing inside another that is inside the first, or inside and beside the same thing.
            Positions within a region are its own. Two things of one position may have any order.

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
        ImmutableArray<Thing> things = context.Stage.Scene.Things;
        CheckThings(context, things);
        foreach (AreaContent area in SceneWalk.Areas(things))
        {
            CheckThings(context, area.Things);
        }
    }

    private void CheckThings(StageContext context, ImmutableArray<Thing> things)
    {
        foreach (LayoutAxis axis in LayoutAxis.All)
        {
            CheckAxis(context, things, axis);
        }

        CheckContainment(context, things);
    }

    private void CheckAxis(StageContext context, ImmutableArray<Thing> things, LayoutAxis axis)
    {
        ImmutableArray<LayoutZone> zones = [.. things.Select(t => axis.ZoneOf(t.Fields.Word("at")))];
        ImmutableArray<Related> said = [.. Relations(things, axis.Before), .. Relations(things, axis.After)];
        var links = said.Select(
                (r, i) =>
                    r.Relation.Kind == axis.Before
                        ? new LayoutLink(r.Thing, r.Target, i)
                        : new LayoutLink(r.Target, r.Thing, i)
            )
            .ToList();

        // Each finding takes out one link, so that what else is wrong is found as well.
        while (LayoutSolver.ShortestConflict(zones, links) is { IsEmpty: false } chain)
        {
            context.Report(Impossible(things, chain, said));
            links.Remove(chain.MaxBy(l => said[l.Source].Relation.Place.Span.Start));
        }
    }

    private Diagnostic Impossible(
        ImmutableArray<Thing> things,
        ImmutableArray<LayoutLink> chain,
        ImmutableArray<Related> said
    )
    {
        ImmutableArray<Related> steps =
        [
            .. chain.Select(l => said[l.Source]).OrderBy(r => r.Relation.Place.Span.Start),
        ];
        Related last = steps[^1];
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

    private void CheckContainment(StageContext context, ImmutableArray<Thing> things)
    {
        foreach (string kind in (string[])["inside", "on"])
        {
            ImmutableArray<Related> said = [.. Relations(things, kind)];
            ImmutableArray<LayoutZone> free = [.. things.Select(_ => new LayoutZone(0, 1))];
            ImmutableArray<LayoutLink> cycle = LayoutSolver.ShortestConflict(
                free,
                [.. said.Select((r, i) => new LayoutLink(r.Thing, r.Target, i))]
            );
            if (!cycle.IsEmpty)
            {
                context.Report(Impossible(things, cycle, said));
            }
        }

        foreach (Related contained in Relations(things, "inside"))
        {
            Related? beside = Relations(things, "left-of", "right-of", "above", "below", "on", "next-to")
                .Cast<Related?>()
                .FirstOrDefault(r =>
                    (r!.Value.Thing == contained.Thing && r.Value.Target == contained.Target)
                    || (r.Value.Thing == contained.Target && r.Value.Target == contained.Thing)
                );
            if (beside is { } other)
            {
                context.Report(
                    Finding(
                        contained.Relation.Place,
                        Describe(things, contained),
                        $"{NameOf(things[contained.Thing])} cannot be inside a thing and beside it, so the model drops one of the relations",
                        "Remove one of the two relations."
                    ) with
                    {
                        Secondary = [new DiagnosticLabel(other.Relation.Place, Describe(things, other))],
                    }
                );
            }
        }
    }

    // Only things of the same area: positions in different areas are not comparable.
    private static IEnumerable<Related> Relations(ImmutableArray<Thing> things, params string[] kinds) =>
        things.SelectMany(
            (thing, index) =>
                thing
                    .Relations.Where(r => kinds.Contains(r.Kind))
                    .SelectMany(r =>
                        r.Targets.OfType<NameValue>()
                            .Select(t => IndexOf(things, t.Name))
                            .Where(t => t >= 0)
                            .Select(t => new Related(r, index, t))
                    )
        );

    private static int IndexOf(ImmutableArray<Thing> things, string name)
    {
        for (int i = 0; i < things.Length; i++)
        {
            if (things[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }

    private static DiagnosticLabel? PositionLabel(Thing thing) =>
        thing.Fields.Find("at") is { } at
            ? new DiagnosticLabel(at.Value.Place, Shorten($"{NameOf(thing)} is at {at.Value.Written}"))
            : null;

    private static string Describe(ImmutableArray<Thing> things, Related said) =>
        Shorten(
            $"{NameOf(things[said.Thing])} is {said.Relation.Kind.Replace('-', ' ')} {NameOf(things[said.Target])}"
        );

    private static string Shorten(string label) => label.Length <= 60 ? label : label[..59] + "…";

    private static string NameOf(Thing thing) => thing.Name is { } name ? $"`{name}`" : "an object";

    private readonly record struct Related(Relation Relation, int Thing, int Target);
}
