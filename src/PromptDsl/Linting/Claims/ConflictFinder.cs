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
        return context
            .Claims.Where(c =>
                filter(c.Hit)
                && !(showsSeveral && c.Scope == PassageScope.Picture && c.Hit.Passage.Kind != "style")
                && !IsOnPurpose(context, c.Hit)
            )
            .GroupBy(c => (c.Hit.Term.Set, c.Scope))
            .Select(g => FirstOf(g.OrderBy(c => c.Hit.Place.Span.Start)))
            .OfType<Conflict>();
    }

    // A claim clashes with the first opposite one, so that only the first of each value is kept in mind.
    private static Conflict? FirstOf(IEnumerable<Claim> claims)
    {
        var before = new Dictionary<string, Claim>(StringComparer.Ordinal);
        foreach (IGrouping<Passage, Claim> passage in claims.GroupBy(c => c.Hit.Passage))
        {
            var parts = new Dictionary<string, Dictionary<string, Claim>>(StringComparer.OrdinalIgnoreCase);
            foreach (Claim claim in passage)
            {
                string part = PartOf(claim);
                if (!parts.TryGetValue(part, out Dictionary<string, Claim>? own))
                {
                    parts.Add(part, own = new(StringComparer.Ordinal));
                }

                if (before.Values.Concat(own.Values).FirstOrDefault(c => AreOpposite(c, claim)) is { } other)
                {
                    return new Conflict(other, claim);
                }

                own.TryAdd(claim.Hit.Value, claim);
            }

            foreach (Claim claim in passage)
            {
                before.TryAdd(claim.Hit.Value, claim);
            }
        }

        return null;
    }

    private static bool AreOpposite(Claim a, Claim b) =>
        a.Hit.Term.Set.AreOpposite(a.Hit.Value, b.Hit.Value) && !a.Hit.Place.Span.Overlaps(b.Hit.Place.Span);

    // "A bright light in a dark room": prose that names two things speaks of two.
    private static string PartOf(Claim claim) => claim.Hit.Passage.Kind == "style" ? "" : claim.Head?.Text ?? "";

    private static bool IsOnPurpose(StageContext context, TermHit hit) =>
        context.HitsOf("contrast", hit.Passage).Any(c => !c.Span.Overlaps(hit.Span));

    private static bool ShowsSeveral(StageContext context) =>
        context.HitsOf("contrast").Any(h => h.Value == "several" && h.Passage.Scope.Thing is null)
        || context.Stage.Scene.Content is WordValue word && SeveralPictures.Contains(word.Word)
        || context.Stage.Scene.Things.Any(t => t is GridThing);
}
