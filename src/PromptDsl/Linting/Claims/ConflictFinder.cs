using PromptDsl.Linting.Passages;
using PromptDsl.Linting.Scanning;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Linting.Claims;

/// <summary>Finds claims that exclude each other, unless the words around them say that both are meant.</summary>
internal static class ConflictFinder
{
    // Kinds of content that show several scenes, views or moments in one picture.
    private static readonly string[] SeveralPictures =
    [
        "comic",
        "storyboard",
        "sprite-sheet",
        "infographic",
        "diagram",
        "character",
        "slide",
        "map",
    ];

    /// <summary>The first conflict of each dimension in each scope.</summary>
    public static IEnumerable<Conflict> Find(StageContext context, Func<TermHit, bool> filter)
    {
        bool showsSeveral = ShowsSeveral(context);
        var groups = context
            .Claims.Where(c =>
                filter(c.Hit) && !(showsSeveral && c.Scope == PassageScope.Picture && c.Hit.Passage.Kind != "style")
            )
            .GroupBy(c => (c.Hit.Term.Set, c.Scope));
        foreach (var group in groups)
        {
            // What is said again in one passage clashes with nothing new.
            Claim[] claims =
            [
                .. group
                    .OrderBy(c => c.Hit.Place.Span.Start)
                    .DistinctBy(c => (c.Hit.Value, c.Hit.Passage, c.Head?.Text.ToLowerInvariant())),
            ];
            if (FirstOf(context, claims) is { } conflict)
            {
                yield return conflict;
            }
        }
    }

    private static Conflict? FirstOf(StageContext context, Claim[] claims)
    {
        for (int second = 1; second < claims.Length; second++)
        {
            for (int first = 0; first < second; first++)
            {
                Claim a = claims[first];
                Claim b = claims[second];
                if (
                    a.Hit.Term.Set.AreOpposite(a.Hit.Value, b.Hit.Value)
                    && !a.Hit.Place.Span.Overlaps(b.Hit.Place.Span)
                    && !AreOfDifferentParts(a, b)
                    && !IsOnPurpose(context, a.Hit)
                    && !IsOnPurpose(context, b.Hit)
                )
                {
                    return new Conflict(a, b);
                }
            }
        }

        return null;
    }

    // "A bright light in a dark room": prose that names two things speaks of two.
    private static bool AreOfDifferentParts(Claim a, Claim b) =>
        ReferenceEquals(a.Hit.Passage, b.Hit.Passage)
        && a.Hit.Passage.Kind != "style"
        && !string.Equals(a.Head?.Text, b.Head?.Text, StringComparison.OrdinalIgnoreCase);

    private static bool IsOnPurpose(StageContext context, TermHit hit) =>
        context.HitsOf("contrast").Any(c => ReferenceEquals(c.Passage, hit.Passage) && !c.Span.Overlaps(hit.Span));

    private static bool ShowsSeveral(StageContext context) =>
        context.HitsOf("contrast").Any(h => h.Value == "several" && h.Passage.Scope.Thing is null)
        || context.Stage.Scene.Content is WordValue word && SeveralPictures.Contains(word.Word)
        || context.Stage.Scene.Things.Any(t => t is GridThing);
}
