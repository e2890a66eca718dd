using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Linting.Options;
using PromptDsl.Linting.Passages;
using PromptDsl.Linting.Scanning;
using PromptDsl.Semantics.Model;
using PromptDsl.Text;

namespace PromptDsl.Linting.Rules.Lettering;

internal sealed class NonLatinTextRule() : LintRule("IMG3201", "non-latin-text", DiagnosticSeverity.Warning)
{
    private static readonly IntegerOption ShortCopy = new(
        "short-copy",
        12,
        0,
        1000,
        "How many letters of Hangul, Kana and Han are few enough for a model that renders them."
    );

    public override string Documentation =>
        """
            ## What it checks

            Copy in a script that models draw badly. Arabic, Hebrew, Indic scripts, Thai, Lao, Khmer, Burmese, Tibetan,
            Ethiopic: a warning. Hangul, Kana and Han: a warning for a model that is known not to render them, otherwise a
            hint where the copy is long and neither `language` nor `spell` is said.

            ## Why it matters

            Letters come back malformed, joined wrongly or made up, and who does not read the script does not see it.

            ## Example

            ```imgp
            details { text "مرحبا" { at: top, font: "bold naskh" } }
            ```

            ```imgp
            locale: ko
            technical { model: "gpt-image-1.5" }
            details { text "가을 바다" { at: top, font: "굵은 붓글씨" } }
            ```

            ## Use instead

            ```imgp
            details { text "Welcome" { at: top, font: "bold sans serif" } }
            ```

            ```imgp
            locale: ko
            technical { model: "gpt-image-2" }
            details { text "가을 바다" { at: top, font: "굵은 붓글씨" } }
            ```

            ## Fix safety

            There is no fix: leave room and set the copy afterwards, or choose another model.

            ## Options

            `short-copy`: how many letters of Hangul, Kana and Han are few enough for a model that renders them; 12 by
            default.

            ## Source

            OpenAI, "Introducing 4o image generation", 25 March 2025,
            https://openai.com/index/introducing-4o-image-generation/ (read in a Korean digest of 26 March 2025),
            "GPT-4o 기술적 특징 및 API 가이드" (Korean, written for gpt-image-1.5; undated), section 5.4, and DAIR.AI,
            "OpenAI 4o Image Generation Guide", https://www.promptingguide.ai/guides/4o-image-generation (read November
            2026), "Limitations": letters other than Latin ones come out wrong. MultiTextEdit (arXiv 2605.08163): Hebrew
            and Arabic are the worst of twelve languages. Reports on the newer models say that they write Korean,
            Japanese and Chinese; the model catalog has the fact with its source.
            """;

    public override ImmutableArray<RuleOption> Options => [ShortCopy];

    internal override void CheckStage(StageContext context)
    {
        foreach (Passage copy in context.Copy)
        {
            foreach (IGrouping<WritingScript, int> letters in LettersOf(copy.Plain))
            {
                if (SeverityOf(context, copy, letters) is { } severity)
                {
                    TextSpan span = TextSpan.FromBounds(letters.First(), letters.Last() + 1);
                    context.Report(
                        Finding(
                            copy.Text.PlaceOf(span),
                            $"{NameOf(letters.Key)} letters",
                            $"letters of this script ({NameOf(letters.Key)}) may come back malformed or made up",
                            severity == DiagnosticSeverity.Hint
                                ? "Say `language` or `spell: true`, and compare every letter of the picture."
                                : "Leave room for the copy and set it afterwards, or use a model that renders the script."
                        ) with
                        {
                            Severity = severity,
                        }
                    );
                }
            }
        }
    }

    /// <summary>The positions of the letters by script; the scripts of East Asia count as one.</summary>
    private static IEnumerable<IGrouping<WritingScript, int>> LettersOf(string text) =>
        Enumerable
            .Range(0, text.Length)
            .GroupBy(i => WritingScripts.Of(text[i]) is var s && s.IsEastAsian() ? WritingScript.Han : s)
            .Where(g =>
                g.Key
                    is not (WritingScript.Other or WritingScript.Latin or WritingScript.Greek or WritingScript.Cyrillic)
            );

    private DiagnosticSeverity? SeverityOf(StageContext context, Passage copy, IGrouping<WritingScript, int> letters)
    {
        bool isGarbled = context.Model is { } model && model.EastAsianText.TryGet(out bool renders) && !renders;
        if (isGarbled || !letters.Key.IsEastAsian())
        {
            return DiagnosticSeverity.Warning;
        }

        bool isCaredFor =
            copy.Scope.Thing is TextThing text
            && (text.Fields.IsTrue("spell") || text.Fields.Find("language") is not null);
        return !isCaredFor && letters.Count() > context.File.ValueOf(this, ShortCopy) ? DiagnosticSeverity.Hint : null;
    }

    private static string NameOf(WritingScript script) =>
        script == WritingScript.Han ? "Chinese, Japanese or Korean" : script.ToString();
}
