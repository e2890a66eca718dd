using System.Collections.Immutable;
using PromptDsl.Diagnostics;
using PromptDsl.Linting.Options;
using PromptDsl.Linting.Scanning;

namespace PromptDsl.Linting.Rules.Policy;

internal sealed class LivingArtistStyleRule() : LintRule("IMG3601", "living-artist-style", DiagnosticSeverity.Warning)
{
    private const string Set = "living-artist";
    private const string Cues = "style-cue";
    private static readonly WordsOption Allowed = new("allowed", "Names that may be used.");

    public override string Documentation =>
        """
            ## What it checks

            The manner of a living artist or a working studio: in `artist`, in a `mix`, or in words such as "in the style
            of Hayao Miyazaki", "지브리풍", "픽사 스타일". Masters who are dead are no finding, and a name that stands for the
            person or the company is none either.

            ## Why it matters

            Image services restrict the manner of living artists: the request is refused, or answered with something
            else. Whoever publishes the picture answers for it.

            ## Example

            ```imgp
            subject: "a tram stop in the rain"
            style { artist: "Hayao Miyazaki" }
            ```

            ```imgp
            locale: ko
            subject: "비 오는 전차 정류장, 지브리풍"
            ```

            ## Use instead

            ```imgp
            subject: "a tram stop in the rain"
            style { medium: "gouache background painting", lighting: "soft light after rain" }
            ```

            ```imgp
            locale: ko
            subject: "비 오는 전차 정류장"
            style { artist: "빈센트 반 고흐" }
            ```

            ## Fix safety

            There is no fix: which traits of the manner are meant is yours to say.

            ## Options

            `allowed`: names that may be used, as they are written in the text: you may hold the rights.

            ## Source

            "GPT-4o 기술적 특징 및 API 가이드" (Korean, written for gpt-image-1.5; undated), section 5.4: styles of
            living artists are restricted. The list carries its own date.
            """;

    public override ImmutableArray<RuleOption> Options => [Allowed];

    public override bool ReadsPlainText => true;

    internal override void CheckStage(StageContext context)
    {
        foreach (
            TermHit hit in context
                .ClaimsOf(Set)
                .Where(h => IsManner(context, h) && !context.File.IsAllowed(this, Allowed, h))
        )
        {
            context.Report(
                Finding(
                    hit.Place,
                    "a living artist or working studio",
                    $"the manner of {hit.Value} may be refused by the image service, and is somebody's own",
                    "Name what you mean by it: medium, line, colours, light, period."
                )
            );
        }
    }

    private static bool IsManner(StageContext context, TermHit hit) =>
        hit.Passage
            is { Kind: "style", Key: "artist" or "movement" or "medium" or "finish" or "texture" }
                or { Kind: "mix" }
        || hit.Passage is { Kind: "illustration", Key: "influence" or "movement" }
        || context
            .HitsNear(Cues, hit)
            .Any(c => c.IsClaim && c.IsCueOf(hit) && (c.Value != "byline" || IsByline(c, hit)))
        || TouchesSuffix(hit);

    // "a house, by X" signs the picture; "a house by X" may be one that X built.
    private static bool IsByline(TermHit cue, TermHit name) => cue.TextBefore is [] or [.., ','] && name.IsLastOfItem;

    // A Korean suffix is part of the word: 미야자키풍.
    private static bool TouchesSuffix(TermHit hit) =>
        hit.IsKorean
        && (
            hit.Rest.StartsWith("풍", StringComparison.Ordinal)
            || hit.Rest.StartsWith("스타일", StringComparison.Ordinal)
        );
}
