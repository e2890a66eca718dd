using System.Collections.Immutable;
using System.Text;
using PromptDsl.Diagnostics;
using PromptDsl.Linting.Passages;
using PromptDsl.Linting.Scanning;
using PromptDsl.Text;

namespace PromptDsl.Linting.Rules.Wording;

internal sealed class LookAlikeCharactersRule() : LintRule("IMG3408", "look-alike-characters", DiagnosticSeverity.Hint)
{
    public override string Documentation =>
        """
            ## What it checks

            Characters that are not what they look like: characters without width and marks of direction in text that
            needs none, no-break spaces, full-width Latin letters and digits outside Chinese and Japanese text, Greek
            and Cyrillic letters inside Latin words. Copy in a `text` is read as well. Typographic quotation marks are
            ordinary and no finding.

            ## Why it matters

            The model reads another word than the eye does. In copy, where every letter counts, the lettering breaks
            at the place that nobody sees.

            ## Example

            ```imgp
            subject: "a jar of he\u{200B}ather honey"
            ```

            ```imgp
            locale: ko
            subject: "ＣＡＦＥ 간판이 달린 골목 가게"
            ```

            ## Use instead

            ```imgp
            subject: "a jar of heather honey"
            ```

            ```imgp
            locale: ko
            subject: "CAFE 간판이 달린 골목 가게"
            ```

            ## Fix safety

            Safe where characters without width are removed or a no-break space becomes a space: it changes the prompt by
            nothing that anybody sees. Unsafe where letters are replaced by those that they look like.

            ## Options

            None.

            ## Source

            Unicode Technical Standard 39 for letters that look alike. How often published prompts hold such characters
            was not counted.
            """;

    public override bool ReadsPlainText => true;

    internal override void CheckStage(StageContext context)
    {
        foreach (Passage passage in context.Passages.Where(p => !Ascii.IsValid(p.Plain)))
        {
            string text = passage.Plain;
            bool isRightToLeft = text.Any(c => WritingScripts.Of(c).IsRightToLeft());
            Report(
                context,
                passage,
                CharactersIn(text, (t, i) => IsWidthless(t, i) || (!isRightToLeft && IsDirectionMark(t[i]))),
                "a character without width",
                FixSafety.Safe,
                _ => ""
            );
            Report(
                context,
                passage,
                CharactersIn(text, (t, i) => t[i] is '\u00A0' or '\u202F' or '\u2007'),
                "a no-break space",
                FixSafety.Safe,
                _ => " "
            );
            if (!text.Any(c => WritingScripts.Of(c) is WritingScript.Kana or WritingScript.Han))
            {
                Report(context, passage, FullWidthRuns(text), "full-width letters or digits", FixSafety.Unsafe, Narrow);
            }

            // In copy the mix is a warning of its own.
            if (passage.Role != PassageRole.Copy)
            {
                Report(
                    context,
                    passage,
                    [.. Homoglyphs.In(text)],
                    "letters of another script",
                    FixSafety.Unsafe,
                    Homoglyphs.ToLatin
                );
            }
        }
    }

    /// <summary>One finding for all places of a kind in a passage.</summary>
    private void Report(
        StageContext context,
        Passage passage,
        ImmutableArray<TextSpan> spans,
        string label,
        FixSafety safety,
        Func<string, string> replace
    )
    {
        if (spans.IsEmpty)
        {
            return;
        }

        ImmutableArray<SourceSpan> places = [.. spans.Select(passage.Text.PlaceOf).Distinct()];
        bool isExact =
            places.Length == spans.Length && places.Zip(spans).All(p => p.First.Text == TextOf(passage, p.Second));
        context.Report(
            Finding(
                places[0],
                label,
                $"{label} in this text makes the model read something else than the eye does",
                "Remove it, or type the plain character."
            ) with
            {
                Secondary = [.. places.Skip(1).Select(p => new DiagnosticLabel(p, "here too"))],
                Fixes =
                    isExact && places.All(p => p.Source == places[0].Source)
                        ?
                        [
                            new CodeFix(
                                "Write plain characters",
                                safety,
                                [
                                    .. places
                                        .Select(p => new TextEdit(p.Span, replace(p.Text)))
                                        .OrderBy(e => e.Span.Start),
                                ]
                            ),
                        ]
                        : [],
            }
        );
    }

    private static string TextOf(Passage passage, TextSpan span) => passage.Plain.Substring(span.Start, span.Length);

    private static ImmutableArray<TextSpan> CharactersIn(string text, Func<string, int, bool> isMeant) =>
        [.. Enumerable.Range(0, text.Length).Where(i => isMeant(text, i)).Select(i => new TextSpan(i, 1))];

    // A joiner between emoji or in scripts that join letters is spelling.
    private static bool IsWidthless(string text, int position) =>
        text[position] is '\u200B' or '\u2060' or '\uFEFF' or '\u00AD'
        || (
            text[position] is '\u200C' or '\u200D'
            && (position == 0 || IsPlainLetter(text[position - 1]))
            && (position + 1 == text.Length || IsPlainLetter(text[position + 1]))
        );

    private static bool IsPlainLetter(char c) => char.IsAscii(c) || Hangul.IsSyllable(c);

    private static bool IsDirectionMark(char c) => c is '\u200E' or '\u200F' or '\u061C';

    private static ImmutableArray<TextSpan> FullWidthRuns(string text) =>
        [.. Words.Spans(text).Where(w => text.AsSpan(w.Start, w.Length).ContainsAnyInRange('０', 'ｚ'))];

    private static string Narrow(string text) =>
        string.Concat(text.Select(c => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c));
}
