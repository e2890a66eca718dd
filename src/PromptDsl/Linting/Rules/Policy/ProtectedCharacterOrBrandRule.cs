using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Linting.Options;
using PromptDsl.Linting.Scanning;

namespace PromptDsl.Linting.Rules.Policy;

internal sealed class ProtectedCharacterOrBrandRule()
    : LintRule("IMG3603", "protected-character-or-brand", DiagnosticSeverity.Warning)
{
    private const string Set = "protected-mark";
    private const string Logos = "logo-word";
    private static readonly WordsOption Allowed = new("allowed", "Characters and brands that you may use.");

    public override string Documentation =>
        """
            ## What it checks

            Characters and brands that belong to somebody: "Pikachu", "a Coca-Cola can", "카카오프렌즈". A name that is also a
            common word or a thing in every street counts only beside the word logo: an apple is a fruit, a Porsche a car.
            What is denied is no finding: "no Nike logo".

            ## Why it matters

            Image services restrict protected works: the request is refused, or the figure is another one. Whoever
            publishes the picture answers for it.

            ## Example

            ```imgp
            subject: "Pikachu baking bread in a small kitchen"
            ```

            ```imgp
            locale: ko
            subject: "작은 부엌에서 빵을 굽는 피카츄"
            ```

            ## Use instead

            ```imgp
            subject: "a round yellow mouse of my own design, baking bread in a small kitchen"
            ```

            ```imgp
            locale: ko
            subject: "작은 부엌에서 빵을 굽는 둥근 노란 생쥐"
            ```

            ## Fix safety

            There is no fix: what should be seen instead is yours to say.

            ## Options

            `allowed`: names that you may use, as they are written in the text: the mark may be your own.

            ## Source

            "GPT-4o 기술적 특징 및 API 가이드" (Korean, written for gpt-image-1.5; undated), section 5.4: what is under
            copyright is restricted.
            """;

    public override ImmutableArray<RuleOption> Options => [Allowed];

    public override bool ReadsPlainText => true;

    internal override void CheckStage(StageContext context)
    {
        foreach (TermHit hit in context.ClaimsOf(Set).Where(h => !context.File.IsAllowed(this, Allowed, h)))
        {
            if (
                IsLikeness(hit)
                || (hit.Value == "common" && !context.HitsNear(Logos, hit).Any(l => l.IsClaim && l.IsCueOf(hit)))
            )
            {
                continue;
            }

            string kind = hit.Value == "character" ? "character" : "brand";
            context.Report(
                Finding(
                    hit.Place,
                    $"a protected {kind}",
                    $"the image service may refuse or change \"{hit.Said}\", a protected {kind}",
                    $"Describe a {kind} of your own, or allow the name when you hold the rights."
                )
            );
        }
    }

    // "superman-like strength" shows no Superman.
    private static bool IsLikeness(TermHit hit) =>
        hit.Rest.StartsWith("-like", StringComparison.OrdinalIgnoreCase)
        || hit.Rest.StartsWith("-style", StringComparison.OrdinalIgnoreCase)
        || hit.Rest.StartsWith("-inspired", StringComparison.OrdinalIgnoreCase);
}
