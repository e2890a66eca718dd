using PromptDsl.Diagnostics;
using PromptDsl.Linting.Passages;
using PromptDsl.Linting.Scanning;
using PromptDsl.Text;

namespace PromptDsl.Linting.Rules.Lettering;

internal sealed class MixedScriptsInTextRule()
    : LintRule("IMG3208", "mixed-scripts-in-text", DiagnosticSeverity.Warning)
{
    public override string Documentation =>
        """
            ## What it checks

            Copy that mixes scripts in an unusual way: Greek or Cyrillic letters inside a Latin word, or a script that runs
            from right to left together with one that runs from left to right. A Latin name in Korean or Japanese copy,
            and digits anywhere, are ordinary.

            ## Why it matters

            A letter of another script inside a word is drawn as that other letter. Two directions in one line come back
            in the wrong order.

            ## Example

            ```imgp
            details { text "HАRBOUR" { at: top, font: "wide sans serif" } }
            ```

            ```imgp
            locale: ko
            details { text "مرحبا 카페" { at: top, font: "굵은 고딕" } }
            ```

            ## Use instead

            ```imgp
            details { text "HARBOUR" { at: top, font: "wide sans serif" } }
            ```

            ```imgp
            locale: ko
            details { text "달무리 Cafe 24" { at: top, font: "굵은 고딕" } }
            ```

            ## Fix safety

            Unsafe where letters are replaced by the Latin ones that they look like: the other script may have been meant.
            Two directions have no fix.

            ## Options

            None.

            ## Source

            Unicode Technical Standard 39 for letters that look alike. MultiTextEdit (arXiv 2605.08163) for the wrong
            order of scripts that run from right to left.
            """;

    internal override void CheckStage(StageContext context)
    {
        foreach (Passage copy in context.Copy)
        {
            foreach (TextSpan word in Homoglyphs.In(copy.Plain))
            {
                ReportWord(context, copy, word);
            }

            ReportDirections(context, copy);
        }
    }

    private void ReportWord(StageContext context, Passage copy, TextSpan span)
    {
        string word = copy.Plain.Substring(span.Start, span.Length);
        SourceSpan place = copy.Text.PlaceOf(span);
        context.Report(
            Finding(
                place,
                "letters of two scripts in one word",
                "letters of another script inside this word are drawn as what they are, not as what they look like",
                "Type the word again in one script."
            ) with
            {
                Fixes =
                    place.Text == word
                        ? [CodeFix.Unsafe("Write Latin letters", place.Span, Homoglyphs.ToLatin(word))]
                        : [],
            }
        );
    }

    private void ReportDirections(StageContext context, Passage copy)
    {
        string text = copy.Plain;
        int[] letters =
        [
            .. Enumerable.Range(0, text.Length).Where(i => WritingScripts.Of(text[i]) != WritingScript.Other),
        ];
        int[] rightToLeft = [.. letters.Where(i => WritingScripts.Of(text[i]).IsRightToLeft())];
        if (rightToLeft.Length > 0 && rightToLeft.Length < letters.Length)
        {
            context.Report(
                Finding(
                    copy.Text.PlaceOf(TextSpan.FromBounds(rightToLeft[0], rightToLeft[^1] + 1)),
                    "runs from right to left",
                    "copy that runs in two directions comes back in the wrong order",
                    "Make two `text`s of it, each in one script."
                )
            );
        }
    }
}
