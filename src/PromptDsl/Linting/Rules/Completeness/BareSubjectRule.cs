using PromptDsl.Diagnostics;
using PromptDsl.Linting.Passages;
using PromptDsl.Semantics.Model;

namespace PromptDsl.Linting.Rules.Completeness;

internal sealed class BareSubjectRule() : LintRule("IMG3003", "bare-subject", DiagnosticSeverity.Warning)
{
    private const int MostWords = 2;

    public override string Documentation =>
        """
            ## What it checks

            A subject of a word or two, when nothing else is said about the picture. Articles do not count.

            ## Why it matters

            Everything that makes the picture yours is left open: where it is, what happens, how it looks. The result is the most
            ordinary picture of that thing.

            ## Example

            ```imgp
            subject: "a cat"
            ```

            ```imgp
            locale: ko
            subject: "고양이"
            ```

            ## Use instead

            ```imgp
            subject "a grey cat asleep on a warm car bonnet" { setting: "a narrow street after rain" }
            ```

            ## Fix safety

            There is no fix.

            ## Options

            None.

            ## Source

            "GPT-4o 이미지 생성 기능 활용 가이드" (Korean e-book, first edition April 2025), "Don'ts": do not leave out
            what describes the main things.
            """;

    public override bool ReadsPlainText => true;

    internal override void CheckStage(StageContext context)
    {
        if (
            !context.Stage.IsEdit
            && OnlyPassage(context) is { } passage
            && WordCount(passage.Plain) is > 0 and <= MostWords
        )
        {
            context.Report(
                Finding(
                    passage.Text.Place,
                    "all that is said",
                    "a word or two is all that is said about the picture, so it becomes the most ordinary one of its kind",
                    "Say what the subject does, where it is and how the picture looks."
                )
            );
        }
    }

    /// <summary>What is said about the picture, when that is one passage: the subject or raw prose.</summary>
    private static Passage? OnlyPassage(StageContext context)
    {
        Scene scene = context.Stage.Scene;
        bool isAlone =
            scene is { Domains.IsEmpty: true, Things.IsEmpty: true, Style: null or { IsEmpty: true } }
            && context.Stage.Inputs.IsEmpty
            && scene.Subject is null or { Fields.Count: 0 };
        Passage[] said =
        [
            .. context.Passages.Where(p =>
                p.Role is PassageRole.Description or PassageRole.Prose && p.Kind != "content"
            ),
        ];
        return isAlone && said is [{ Kind: "subject" or "prompt" } only] ? only : null;
    }

    // Chinese and Japanese are written without spaces; two characters make about one word.
    private static int WordCount(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w.ToLowerInvariant() is not ("a" or "an" or "the"))
            .Sum(w => Math.Max(1, w.Count(c => c is >= '\u3040' and <= '\u9FFF') / 2));
}
