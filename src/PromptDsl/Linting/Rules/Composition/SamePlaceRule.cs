using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Linting.Passages;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Linting.Rules.Composition;

internal sealed class SamePlaceRule() : LintRule("IMG3310", "same-place", DiagnosticSeverity.Warning)
{
    public override string Documentation =>
        """
            ## What it checks

            Two objects of one picture, region or cell with the same `at`, when no relation says how they share the place.
            `foreground`, `midground` and `background` hold many things and are not meant.

            ## Why it matters

            The model puts one where it was told and the other somewhere else, or melts both into one thing.

            ## Example

            ```imgp
            subject: "a bus stop in the rain"
            details {
              object bench "a wet wooden bench" { at: center }
              object bin "a dented litter bin" { at: center }
            }
            ```

            ```imgp
            locale: ko
            subject: "비 오는 정류장"
            details {
              object 의자 "젖은 나무 의자" { at: center }
              object 휴지통 "찌그러진 휴지통" { at: center }
            }
            ```

            ## Use instead

            ```imgp
            subject: "a bus stop in the rain"
            details {
              object bench "a wet wooden bench" { at: center }
              object bin "a dented litter bin" { right-of: bench }
            }
            ```

            ## Fix safety

            There is no fix.

            ## Options

            None.

            ## Source

            "GPT-4o 이미지 생성 기능 활용 가이드" (Korean e-book, first edition April 2025), "Do's": state the spatial
            relations of objects.
            """;

    internal override void CheckStage(StageContext context)
    {
        foreach (ImmutableArray<Thing> things in SceneWalk.Groups(context.Stage.Scene))
        {
            Check(context, things);
        }
    }

    private void Check(StageContext context, ImmutableArray<Thing> things)
    {
        var groups = things
            .OfType<ObjectThing>()
            .Where(o => o.Fields.Word("at") is not (null or "foreground" or "midground" or "background"))
            .GroupBy(o => o.Fields.Word("at"));
        foreach (IGrouping<string?, ObjectThing> group in groups)
        {
            ObjectThing first = group.First();
            HashSet<string> named = [.. NamesIn(first)];
            ObjectThing? other = group
                .Skip(1)
                .FirstOrDefault(o => !named.Contains(o.Name ?? "") && !NamesIn(o).Contains(first.Name));
            if (other is not null)
            {
                context.Report(
                    Finding(
                        other.Fields.Find("at")!.Value.Place,
                        "the same place",
                        $"two objects claim the place `{group.Key}`, and nothing says how they share it",
                        "Give one of them another place, or a relation to the other, such as `behind` or `next-to`."
                    ) with
                    {
                        Secondary = [new DiagnosticLabel(first.Fields.Find("at")!.Value.Place, "taken here")],
                    }
                );
            }
        }
    }

    private static IEnumerable<string> NamesIn(ObjectThing thing) =>
        thing.Relations.SelectMany(r => r.Targets).OfType<NameValue>().Select(n => n.Name);
}
