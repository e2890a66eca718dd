using PromptDsl.Diagnostics;
using PromptDsl.Linting.Passages;
using PromptDsl.Linting.Scanning;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;
using PromptDsl.Text;

namespace PromptDsl.Linting.Rules.Contradictions;

internal sealed class BackdropDefeatsTransparencyRule()
    : LintRule("IMG3109", "backdrop-defeats-transparency", DiagnosticSeverity.Warning)
{
    public override string Documentation =>
        """
            ## What it checks

            `background: transparent`, and prose that describes a backdrop, or an object at the background. Keys that
            are about the background, such as `setting`, are IMG2006.

            ## Why it matters

            The words win over the parameter: the picture comes back with the backdrop painted in.

            ## Example

            ```imgp
            subject: "a sticker of an otter against a brick wall"
            technical { model: "gpt-image-2.5-flare", background: transparent }
            ```

            ```imgp
            locale: ko
            subject: "하늘색 배경의 수달 스티커"
            technical { model: "gpt-image-2.5-flare", background: transparent }
            ```

            ## Use instead

            ```imgp
            subject: "a single isolated sticker of an otter"
            technical { model: "gpt-image-2.5-flare", background: transparent }
            ```

            ## Fix safety

            There is no fix: the words may be meant and the parameter not.

            ## Options

            None. Words join the lexicon in the configuration of the project.

            ## Source

            OpenAI's documentation of the image models (developers.openai.com and the type documentation of the Node SDK
            7.55.0, read in November 2026): the text of the prompt wins over the parameter.
            """;

    internal override void CheckStage(StageContext context)
    {
        if (context.Stage.Technical.Find("background") is not { Value: WordValue { Word: "transparent" } background })
        {
            return;
        }

        foreach (SourceSpan place in Backdrops(context))
        {
            context.Report(
                Finding(
                    place,
                    "a backdrop",
                    "the words describe a backdrop and the background is to be transparent; the words win and the picture is opaque",
                    "Remove the backdrop and ask for an isolated subject, or write `background: opaque`."
                ) with
                {
                    Secondary = [new DiagnosticLabel(background.Place, "to be transparent")],
                }
            );
        }
    }

    private static IEnumerable<SourceSpan> Backdrops(StageContext context) =>
        context
            .HitsOf("backdrop-words")
            .Where(h => h is { IsNegated: false, IsQuoted: false } && TellsBackdrop(h.Passage) && !BeginsCompound(h))
            .Select(h => h.Place)
            .Concat(
                context
                    .Stage.Scene.Things.Where(t => t is ObjectThing or RegionThing)
                    .Select(t => t.Fields.Find("at")?.Value)
                    .OfType<WordValue>()
                    .Where(at => at.Word == "background")
                    .Select(at => at.Place)
            );

    // "On a stage", but not "on a stage prop".
    private static bool BeginsCompound(TermHit hit) =>
        Words.First(hit.Text) is "on" or "in" or "at"
        && hit.NextWord is { Length: > 0 } next
        && !Words.IsConnecting(next)
        && !next.EndsWith("ed", StringComparison.Ordinal)
        && !next.EndsWith("ing", StringComparison.Ordinal);

    // Keys of their own are IMG2006; an edit may speak of the background that it removes.
    private static bool TellsBackdrop(Passage passage) =>
        passage.Role == PassageRole.Prose
        || (
            passage is { Role: PassageRole.Description, Scope.Thing: null }
            && passage.Key is null or "composition" or "lighting"
            && passage.Kind is "subject" or "style" or "prompt"
        );
}
