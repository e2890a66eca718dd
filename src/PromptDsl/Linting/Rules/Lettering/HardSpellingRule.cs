using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Linting.Options;
using PromptDsl.Linting.Passages;
using PromptDsl.Linting.Scanning;
using PromptDsl.Semantics.Model;
using PromptDsl.Text;

namespace PromptDsl.Linting.Rules.Lettering;

internal sealed class HardSpellingRule() : LintRule("IMG3209", "hard-spelling", DiagnosticSeverity.Hint)
{
    private const int ClusterLength = 6;
    private static readonly IntegerOption MinLength = new(
        "min-length",
        6,
        2,
        100,
        "How many letters and digits a word has at least to be looked at."
    );

    private static readonly IntegerOption LongWord = new(
        "long-word",
        16,
        5,
        100,
        "From how many letters on a word is long."
    );

    public override string Documentation =>
        """
            ## What it checks

            Latin words in a `text` without `spell: true` that are easily misspelt: long ones, six consonants in a row,
            codes of letters and digits, capitals inside a word, letters with rare marks.

            ## Why it matters

            The model knows frequent words by sight and puts rare ones together from pieces: letters are dropped or
            doubled.

            ## Example

            ```imgp
            details { text "Knightsbridge Vltschrn" { at: top, font: "serif" } }
            ```

            ```imgp
            locale: ko
            details { text "모델 XK7R92Q" { at: top, font: "고딕" } }
            ```

            ## Use instead

            ```imgp
            details { text "Vltschrn" { at: top, font: "serif", spell: true } }
            ```

            ```imgp
            locale: ko
            details { text "모델 XK7R92Q" { at: top, font: "고딕", spell: true } }
            ```

            ## Fix safety

            There is no fix: `spell: true` makes the prompt longer, and only you know whether the word is worth it.

            ## Options

            `min-length`: how many letters and digits a word has at least to be looked at; 6 by default, and rare marks count in any word. `long-word`: from
            how many letters on a word is long; 16 by default.

            ## Source

            OpenAI Cookbook, "GPT Image Generation Models Prompting Guide" for gpt-image-2 (April 2026): spell unusual
            words and brand names letter by letter.
            """;

    public override ImmutableArray<RuleOption> Options => [MinLength, LongWord];

    internal override void CheckStage(StageContext context)
    {
        int minLength = context.File.ValueOf(this, MinLength);
        int longWord = context.File.ValueOf(this, LongWord);
        foreach ((TextThing text, Passage copy) in context.Texts.Where(t => !t.Text.Fields.IsTrue("spell")))
        {
            foreach (TextSpan span in WordsIn(copy.Plain))
            {
                if (ReasonOf(copy.Plain.Substring(span.Start, span.Length), minLength, longWord) is { } reason)
                {
                    context.Report(
                        Finding(
                            copy.Text.PlaceOf(span),
                            reason,
                            "this word is easily misspelt in the picture",
                            "Say `spell: true`, so that the prompt spells it letter by letter."
                        )
                    );
                }
            }
        }
    }

    // A serial number goes over its hyphens, "AX4-K17-B9Q"; other words are read part by part.
    private static IEnumerable<TextSpan> WordsIn(string text) =>
        Words
            .JoinedSpans(text)
            .SelectMany(w =>
                IsSerialNumber(text.AsSpan(w.Start, w.Length))
                    ? [w]
                    : Words
                        .Spans(text.Substring(w.Start, w.Length))
                        .Select(p => WithoutParticle(text, p with { Start = w.Start + p.Start }))
            );

    private static bool IsSerialNumber(ReadOnlySpan<char> word)
    {
        foreach (char c in word)
        {
            if (!char.IsAsciiLetterUpper(c) && !char.IsAsciiDigit(c) && c != '-')
            {
                return false;
            }
        }

        return word.Contains('-') && IsCode(word.ToString());
    }

    // A Korean particle follows a Latin word without a space: "Dvořák의".
    private static TextSpan WithoutParticle(string text, TextSpan word)
    {
        int end = word.Start;
        while (end < word.End && !WritingScripts.Of(text[end]).IsEastAsian())
        {
            end++;
        }

        return TextSpan.FromBounds(word.Start, end);
    }

    private static string? ReasonOf(string word, int minLength, int longWord)
    {
        if (!word.Any(c => WritingScripts.Of(c) == WritingScript.Latin))
        {
            return null;
        }

        if (word.Any(IsRareLetter))
        {
            return "a letter with a rare mark";
        }

        return word.Length < minLength ? null
            : word.Any(char.IsDigit) ? (IsCode(word) ? "a code" : null)
            : word.Length >= longWord ? "a long word"
            : HasCluster(word) ? "many consonants in a row"
            : CountInnerCapitals(word) > 1 ? "capitals inside the word"
            : null;
    }

    // "1950s" and "2ndhand" are words; a code goes back and forth between letters and digits.
    private static bool IsCode(string word) =>
        word.Where(char.IsLetterOrDigit).ToArray() is var signs
        && signs.Zip(signs.Skip(1)).Count(p => char.IsDigit(p.First) != char.IsDigit(p.Second)) > 1;

    // é, ö, ç and the like stand in words that everybody writes; ő, ř, ğ and letters with two marks do not.
    private static bool IsRareLetter(char c) => c is >= '\u0100' and <= '\u024F' or >= '\u1E00' and <= '\u1EFF';

    private static bool HasCluster(string word)
    {
        int run = 0;
        foreach (char c in word)
        {
            run = char.IsAsciiLetter(c) && !"aeiouyAEIOUY".Contains(c, StringComparison.Ordinal) ? run + 1 : 0;
            if (run >= ClusterLength)
            {
                return true;
            }
        }

        return false;
    }

    private static int CountInnerCapitals(string word) =>
        word.Zip(word.Skip(1)).Count(p => char.IsLower(p.First) && char.IsUpper(p.Second));
}
