using PromptDsl.Diagnostics;
using PromptDsl.Linting.Passages;
using PromptDsl.Linting.Requirements;
using PromptDsl.Linting.Scanning;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;
using PromptDsl.Text;

namespace PromptDsl.Linting.Rules.Contradictions;

internal sealed class ConflictingCountRule() : LintRule("IMG3107", "conflicting-count", DiagnosticSeverity.Warning)
{
    public override string Documentation =>
        """
            ## What it checks

            The `count` of a thing and the number in its description disagree, and a number of panels, cells,
            stickers or the like in the subject and the cells of the grid. Numbers of parts ("a house with two doors"), ages, measures and words
            such as "two-storey" count nothing.

            ## Why it matters

            The model draws one of the two numbers, or something between.

            ## Example

            ```imgp
            details { object birches "three white birches" { count: 2 } }
            ```

            ```imgp
            locale: ko
            details { object 고양이 "졸고 있는 고양이 세 마리" { count: 2 } }
            ```

            ## Use instead

            ```imgp
            details { object birches "three white birches" { count: 3 } }
            ```

            ## Fix safety

            There is no fix: only you know which number is right.

            ## Options

            None.

            ## Source

            None; it follows from what was asked for. More than a third of 539 published prompts that were counted in
            2026 name a number of something; how often two of them disagree was not counted.
            """;

    internal override void CheckStage(StageContext context)
    {
        Scene scene = context.Stage.Scene;
        if (scene.Subject is { } subject)
        {
            CheckCount(context, subject.Description, subject.Fields);
            CheckCells(context, subject.Description, scene);
        }

        foreach (ObjectThing item in SceneWalk.Things(scene).Select(t => t.Thing).OfType<ObjectThing>())
        {
            CheckCount(context, item.Description, item.Fields);
        }
    }

    private void CheckCount(StageContext context, AuthoredText? description, FieldSet fields)
    {
        if (
            description is not null
            && fields.Find("count") is { Value: NumberValue } field
            && fields.Integer("count") is { } count
            && Numerals.Of(context.HitsOf(Numerals.Set, description)) is var (number, hit)
            && !Numerals.Agree(count, number, hit)
        )
        {
            context.Report(Conflicting(field.Value.Place, count, hit));
        }
    }

    private void CheckCells(StageContext context, AuthoredText? description, Scene scene)
    {
        GridThing[] grids = [.. scene.Things.OfType<GridThing>()];
        if (description is null || grids.Length != 1)
        {
            return;
        }

        int cells = grids[0].Size.Width * grids[0].Size.Height;
        foreach (TermHit number in context.HitsOf(Numerals.Set, description).Where(h => h.Value != Numerals.Cell))
        {
            if (
                Numerals.Read(number) is { } said
                && said != cells
                && context
                    .HitsNear(Numerals.Set, number)
                    .Any(h => h.Value == Numerals.Cell && AreBesideEachOther(number, h))
            )
            {
                context.Report(Conflicting(grids[0].Place, cells, number));
                return;
            }
        }
    }

    // "six panels", "패널 여섯 개".
    private static bool AreBesideEachOther(TermHit number, TermHit noun) =>
        noun.Span.Start - number.EndOfWord is 0 or 1 || (noun.IsKorean && number.Span.Start - noun.Span.End == 1);

    private Diagnostic Conflicting(SourceSpan place, int count, TermHit hit) =>
        Finding(
            place,
            $"{count} here",
            $"the description says \"{hit.Text}\" and the file {count}, so the model draws one of the two numbers",
            "Say one number in both places."
        ) with
        {
            Secondary = [new DiagnosticLabel(hit.Place, "another number")],
        };
}
