using System.Collections.Immutable;
using PromptDsl.Linting.Lexicon;
using PromptDsl.Linting.Passages;
using PromptDsl.Linting.Scanning;
using PromptDsl.Semantics.Model;

namespace PromptDsl.Linting.Claims;

/// <summary>
/// Finds what is said of a whole. "A dark cave with a bright lamp" says nothing of the light in the
/// picture; "dark, moody lighting" does.
/// </summary>
internal sealed class ClaimReader
{
    private const int LongestPrompt = 900;

    // What follows them is a part or a likeness of the whole.
    private static readonly string[] PartWords = ["with", "of", "over", "on", "like", "hints", "as", "touches"];

    private static readonly string[] StyleWords =
    [
        "그린",
        "그려진",
        "스타일",
        "스타일로",
        "화풍",
        "화풍으로",
        "기법으로",
        "표현",
        "표현한",
        "표현해",
        "표현해줘",
        "제작",
        "제작해",
        "그려",
        "그려줘",
        "그려주세요",
        "느낌",
    ];

    private readonly StageContext _context;
    private readonly HashSet<(Passage Passage, int End)> _modifierEnds;

    private ClaimReader(StageContext context)
    {
        _context = context;
        _modifierEnds = [.. context.Hits.Where(h => h.Term.IsModifier).Select(h => (h.Passage, h.Span.End))];
    }

    /// <summary>What a stage claims about its dimensions, by passage and position.</summary>
    public static ImmutableArray<Claim> Read(StageContext context)
    {
        if (context.IsPlainText && IsHardToTell(context))
        {
            return [];
        }

        var reader = new ClaimReader(context);
        return [.. context.Hits.Where(IsStated).Select(reader.ReadOne).OfType<Claim>()];
    }

    // A long prompt holds several scenes, and one that edits speaks of what was there before.
    private static bool IsHardToTell(StageContext context) =>
        context.Passages.Any(p => p.Plain.Length > LongestPrompt) || context.HitsOf("edit-request").Any();

    private static bool IsStated(TermHit hit) =>
        hit is { IsNegated: false, IsQuoted: false }
        && hit.Term.Set.IsDimension
        && hit.Value != LexiconSet.Heads
        && hit.Passage is { Role: PassageRole.Description or PassageRole.Prose, Mix: null };

    private Claim? ReadOne(TermHit hit)
    {
        Passage passage = hit.Passage;
        bool isOfThings = Dimensions.IsOfThings(hit.Term.Set.Name);
        if (passage.Scope.Thing is not null)
        {
            return isOfThings && passage.Scope.Thing is ObjectThing && IsOfItself(hit)
                ? new Claim(hit, passage.Scope)
                : null;
        }

        if (isOfThings)
        {
            return passage.Scope.IsSubject && IsOfItself(hit) ? new Claim(hit, passage.Scope)
                : passage.Kind == "style" && IsWhole(hit) ? new Claim(hit, passage.Scope)
                : null;
        }

        PassageScope scope = passage.Scope.IsSubject ? PassageScope.Picture : passage.Scope;
        return IsWhole(hit) && !IsEmbedded(hit) ? new Claim(hit, scope, HeadOf(hit)) : null;
    }

    /// <summary>Whether words in the description of a thing are about the thing, not about a part of it or a second one.</summary>
    private bool IsOfItself(TermHit hit)
    {
        if (!Dimensions.DescribesThing(hit))
        {
            return false;
        }

        return hit.IsKorean ? IsOfItselfInKorean(hit) : IsOfItselfInEnglish(hit);
    }

    private static bool IsOfItselfInKorean(TermHit hit)
    {
        bool isLinked =
            hit.Ending.Length > 0 && (hit.Term.IsModifier || hit.Ending is not ("이" or "가" or "은" or "는"));
        string after = hit.After;
        int comma = after.IndexOf(',');
        bool isAlone = comma >= 0 && string.IsNullOrWhiteSpace(after[..comma]) && hit.Term.IsModifier;
        return !isLinked
            && (comma < 0 || isAlone || hit.Passage.Key is not null)
            && Words.In(after).SkipLast(1).All(w => !Words.HasParticle(w) || w[^1] is '은' or '는' or '고');
    }

    // An adjective belongs to the thing in "a small, round tin", not in "a tin with small dots" or "a cup, a large plate".
    private bool IsOfItselfInEnglish(TermHit hit)
    {
        string before = hit.Before.TrimEnd();
        if (Words.Last(before) is "and" or "but" && FollowsModifier(hit, before))
        {
            before = before[..^3];
        }

        int comma = before.LastIndexOf(',');
        bool isSecondThing = comma >= 0 && Words.In(before[comma..]).Any(Words.IsDeterminer);
        return !isSecondThing
            && !Words.In(before).Any(w => Words.IsConnecting(w) || w.EndsWith("ing", StringComparison.Ordinal));
    }

    private bool FollowsModifier(TermHit hit, string before)
    {
        int end = hit.Span.Start - (hit.Before.Length - before.Length) - "and".Length;
        int word = hit.Passage.Plain.AsSpan(0, end).TrimEnd().Length;
        return _modifierEnds.Contains((hit.Passage, word));
    }

    /// <summary>Whether words are about the picture or area as a whole.</summary>
    private bool IsWhole(TermHit hit)
    {
        if (hit.Term.Set.Name == Dimensions.Medium)
        {
            return IsMediumOfWhole(hit);
        }

        if (!hit.Term.IsModifier)
        {
            return true;
        }

        return HeadOf(hit) is not null || (Dimensions.IsNative(hit.Term.Set.Name, hit.Passage) && EndsPhrase(hit));
    }

    /// <summary>The word for the whole that a modifier stands before, or null.</summary>
    private TermHit? HeadOf(TermHit hit)
    {
        if (!hit.Term.IsModifier)
        {
            return null;
        }

        foreach (TermHit head in _context.HitsNear(hit.Term.Set.Name, hit).Where(h => h.Value == LexiconSet.Heads))
        {
            int start = hit.EndOfWord;
            if (head.Span.Start < start || BeginsCompound(head))
            {
                continue;
            }

            string[] between = [.. Words.In(hit.Passage.Plain[start..head.Span.Start])];
            bool isBefore =
                between.Length <= 2
                && hit.SharesClause(head)
                && between.All(w => w is "and" or "but" || !Words.IsConnecting(w))
                && !(hit.IsKorean && between.Any(w => w[^1] is '의' or '이' or '가' or '을' or '를'));
            return isBefore ? head : null;
        }

        return null;
    }

    // "A dark picture frame" is about the frame.
    private static bool BeginsCompound(TermHit head) =>
        !head.IsKorean
        && head.Passage.Kind != "style"
        && head.NextWord is { Length: > 0 } next
        && !Words.IsConnecting(next);

    // "Dark" alone, before a comma, or in a row of adjectives: "dark and moody".
    private static bool EndsPhrase(TermHit hit)
    {
        string next = hit.NextWord;
        return next.Length == 0 || next is "and" or "but" || IsLinkedToLast(hit);
    }

    // "명랑하고 밝은": a form in -고 goes on with one more adjective.
    private static bool IsLinkedToLast(TermHit hit) =>
        hit.IsKorean && hit.Text[^1] == '고' && !hit.After.Contains(',') && Words.In(hit.After).Count() == 1;

    /// <summary>Whether a medium is what the picture is made with: "a watercolour of a fox", "유화로 그린 들판".</summary>
    private static bool IsMediumOfWhole(TermHit hit) =>
        hit.Passage is { Kind: "style" } ? IsMediumInStyle(hit)
        : hit.IsKorean ? IsMediumInKorean(hit)
        : IsMediumInEnglish(hit);

    // "Photograph with pencil lines" and "oil paint texture" name no medium of the whole.
    private static bool IsMediumInStyle(TermHit hit) =>
        hit.Passage.Key is "medium" or "finish" or "movement" or "texture"
        && hit.NextWord is not ("texture" or "look" or "effect" or "feel" or "grain")
        && !Words.In(hit.Before).Any(PartWords.Contains);

    private static bool IsMediumInKorean(TermHit hit)
    {
        string rest = hit.Ending + hit.After;
        return string.IsNullOrWhiteSpace(rest)
            || (rest.TrimStart() is ['.', ..] && hit.Passage.Kind == "prompt")
            || (
                hit.Ending is "" or "풍" or "풍의" or "풍으로" or "로" or "으로"
                && StyleWords.Contains(Words.First(hit.After))
            );
    }

    private static bool IsMediumInEnglish(TermHit hit)
    {
        string before = hit.Before;
        string next = hit.NextWord;
        string[] lead = [.. Words.In(before)];
        bool begins = lead.Length <= 5 && !lead.Any(Words.IsConnecting);
        bool isSegment = before.AsSpan().TrimEnd().EndsWith(",") && next.Length == 0;
        return (begins && next is "of" or "style" or "showing" or "depicting")
            || (isSegment && hit.Passage.Role == PassageRole.Prose)
            || (begins && lead.Length <= 3 && next.Length == 0 && hit.Passage.Kind is "content" or "prompt")
            || (next == "style" && Words.Last(before) is "in" or "a" or "an" or "")
            || (next.Length == 0 && SaysWhole(lead));
    }

    // "Render the entire image as a crayon drawing."
    private static bool SaysWhole(string[] lead) =>
        lead.SkipLast(1).LastOrDefault() is "as" or "is"
        && lead.Any(w => w is "image" or "picture" or "whole" or "everything");

    // "A child who looks at a poster of a beach in summer": what comes after a picture is in that picture.
    private bool IsEmbedded(TermHit hit) =>
        hit.Passage.Kind is not "style"
        && hit.Term.Set.Name != Dimensions.Medium
        && _context
            .HitsNear("embedding", hit)
            .Any(e =>
                !e.Span.Overlaps(hit.Span)
                && e.SharesClause(hit)
                && (
                    hit.IsKorean
                        ? !OpensPassage(e) || e.Ending.Length > 0
                        : e.Span.Start < hit.Span.Start && !OpensPassage(e)
                )
            );

    // "A photo of a beach in summer" is the picture itself.
    private static bool OpensPassage(TermHit embedding) =>
        !embedding.IsKorean && embedding.NextWord == "of" && Words.In(embedding.Before).Count() <= 3;
}
