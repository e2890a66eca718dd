using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Linting.Scanning;
using PromptDsl.Text;
using PromptDsl.Values;

namespace PromptDsl.Linting.Rules.Wording;

internal sealed class ForeignSyntaxRule() : LintRule("IMG3403", "foreign-syntax", DiagnosticSeverity.Warning)
{
    private const string Set = "foreign-syntax";
    private const string AspectFlag = "aspect-flag";

    public override string Documentation =>
        """
            ## What it checks

            Notation of other image tools: weights in brackets (`(fog:1.3)`, `((fog))`, `fog::2`), flags (`--ar 16:9`,
            `--v 6`), networks (`<lora:…>`), `BREAK`, names of samplers, settings such as `CFG scale`, `/imagine prompt:`,
            and `Negative prompt:`.

            ## Why it matters

            The model reads it as words. A weight weighs nothing, a flag sets nothing, and some of it ends up as
            lettering in the picture.

            ## Example

            ```imgp
            subject: "a fox in the snow, (soft fur:1.3) --ar 16:9"
            ```

            ```imgp
            locale: ko
            prompt: "눈밭의 여우, <lora:snow:0.8>, 부드러운 털 --v 6"
            ```

            ## Use instead

            ```imgp
            subject: "a fox in the snow, its soft fur catching the light"
            technical { aspect: 16:9 }
            ```

            ```imgp
            locale: ko
            prompt: "눈밭의 여우, 빛을 받은 부드러운 털"
            ```

            ## Fix safety

            Unsafe where a file without `technical` says `--ar`: the ratio becomes a parameter, which changes the size of
            the picture. The rest has no fix.

            ## Options

            None.

            ## Source

            Of 1,155 published prompts that were counted in 2026, 26 carry flags of other tools, up to 4 % of a
            collection; image models behind an API do not read them.
            """;

    public override bool ReadsPlainText => true;

    internal override void CheckStage(StageContext context)
    {
        foreach (TermHit hit in context.HitsOf(Set).Where(h => h.Passage.IsWording && !h.IsQuoted))
        {
            int end = EndOf(hit);
            if (end > hit.Span.Start)
            {
                SourceSpan place = hit.Passage.Text.PlaceOf(TextSpan.FromBounds(hit.Span.Start, end));
                (string label, string help) = Explain(hit.Value);
                context.Report(
                    Finding(
                        place,
                        label,
                        "this notation of another tool is read as words here and has no effect but that of words",
                        help
                    ) with
                    {
                        Fixes = hit.Value == AspectFlag ? MoveRatio(context, place) : [],
                    }
                );
            }
        }
    }

    /// <summary>Where the notation ends that a term begins, or -1 when it is none.</summary>
    private static int EndOf(TermHit hit) =>
        hit.Value switch
        {
            "weight" => EndOfBracket(hit, ')', IsWeighted),
            "double-weight" => EndOfBracket(hit, ')', IsPhrase) is var end and > 0 && EndsTwice(hit, end)
                ? end + 1
                : -1,
            "schedule" => EndOfBracket(hit, ']', IsSchedule),
            "part-weight" => hit.TextBefore.IsEmpty || !char.IsLetter(hit.TextBefore[^1]) ? -1 : hit.Span.End,
            AspectFlag or "flag" => EndOfFlag(hit),
            "network" => EndOfBracket(hit, '>', _ => true),
            "break" => hit.Text == "BREAK" && (hit.BeginsLine || hit.TextBefore[^1] is ',' or '.' || hit.IsLastOfItem)
                ? hit.Span.End
                : -1,
            "sampler" => hit.IsLastOfItem || !hit.Text.EndsWith(" a", StringComparison.OrdinalIgnoreCase)
                ? hit.Span.End
                : -1,
            _ => hit.Span.End,
        };

    private static int EndOfBracket(TermHit hit, char closing, Func<string, bool> isNotation)
    {
        int length = hit.Rest.IndexOf(closing);
        return length > 0 && isNotation(hit.Rest[..length].ToString()) ? hit.Span.End + length + 1 : -1;
    }

    private static bool EndsTwice(TermHit hit, int end) =>
        end < hit.Passage.Plain.Length && hit.Passage.Plain[end] == ')';

    /// <summary>Whether it reads like <c>fog:1.3</c>; a ratio or a time has digits before the colon.</summary>
    private static bool IsWeighted(string inner)
    {
        int colon = inner.LastIndexOf(':');
        return colon > 0 && char.IsLetter(inner[colon - 1]) && IsWeight(inner[(colon + 1)..]);
    }

    /// <summary>Whether it reads like <c>cat:dog:0.5</c>.</summary>
    private static bool IsSchedule(string inner) => inner.Split(':') is [_, _, string last] && IsWeight(last);

    private static bool IsWeight(string text) =>
        text.Length is > 0 and <= 5
        && text.Contains('.', StringComparison.Ordinal)
        && text.All(c => char.IsAsciiDigit(c) || c == '.');

    private static bool IsPhrase(string inner) => inner.All(c => char.IsLetter(c) || c is ' ' or ',' or '-');

    /// <summary>The end of a flag with its value; a flag stands after white space.</summary>
    private static int EndOfFlag(TermHit hit)
    {
        string text = hit.Passage.Plain;
        if (hit.Span.Start > 0 && !char.IsWhiteSpace(text[hit.Span.Start - 1]))
        {
            return -1;
        }

        int start = WordShape.EndOfSpace(text, hit.Span.End);
        int end = start;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not (',' or ';'))
        {
            end++;
        }

        bool hasValue = end > start && (char.IsAsciiDigit(text[start]) || hit.Text is "--style" or "--no" or "--seed");
        return hasValue && start > hit.Span.End ? end : hit.Span.End;
    }

    private static (string Label, string Help) Explain(string value) =>
        value switch
        {
            "weight" or "double-weight" or "part-weight" => (
                "a weight",
                "Say what matters first and in plain words, or give an object `emphasis: high`."
            ),
            "schedule" => ("a prompt schedule", "Describe one picture, or make two stages."),
            AspectFlag => ("a ratio for another tool", "Write `technical { aspect: 16:9 }` with your ratio."),
            "flag" => (
                "a flag for another tool",
                "Remove it; what `technical` has a key for stands there, exclusions in `negatives`."
            ),
            "network" => (
                "an added network",
                "Describe the look in `style`, or give a picture as `reference` with `role: style`."
            ),
            "break" => ("a chunk mark", "Start a new sentence, or use `region` and `object`."),
            "command" => ("a chat command", "Remove it and keep the description."),
            "negative-prompt" => ("a list for another tool", "Write what must not be seen in `negatives: [\"…\"]`."),
            _ => ("a setting for another tool", "Remove it; how much work is done is `technical { quality: high }`."),
        };

    /// <summary>The ratio as a parameter, where the file says nothing technical yet.</summary>
    private static ImmutableArray<CodeFix> MoveRatio(StageContext context, SourceSpan place)
    {
        string ratio = place.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[^1];
        if (
            context.File.Tree?.Source is not { } source
            || place.Source != source
            || context.Stage is not { Name: "", Technical.Count: 0 }
            || !AspectRatio.TryParse(ratio, out _)
        )
        {
            return [];
        }

        string text = source.Text;
        int start = place.Span.Start;
        while (start > 0 && text[start - 1] == ' ')
        {
            start--;
        }

        string lead = text.EndsWith('\n') ? "" : "\n";
        return
        [
            new CodeFix(
                "Make the ratio a parameter",
                FixSafety.Unsafe,
                [
                    new TextEdit(TextSpan.FromBounds(start, place.Span.End), ""),
                    new TextEdit(new TextSpan(text.Length, 0), $"{lead}technical {{ aspect: {ratio} }}\n"),
                ]
            ),
        ];
    }
}
