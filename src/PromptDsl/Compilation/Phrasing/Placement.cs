using System.Collections.Immutable;
using PromptDsl.Compilation.Documents;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;
using PromptDsl.Text;

namespace PromptDsl.Compilation.Phrasing;

/// <summary>Where a thing is and what it does with others.</summary>
/// <param name="Places">Where it is, as phrases such as "on the left", "below the cabin".</param>
/// <param name="Items">The same, and what it faces, holds and wears, as fields.</param>
/// <param name="Deeds">What it faces, holds and wears.</param>
internal sealed record Placement(
    ImmutableArray<PromptPhrase> Places,
    ImmutableArray<PromptItem> Items,
    ImmutableArray<PromptItem> Deeds
)
{
    public static Placement Of(Thing thing, string block, bool isInArea, LoweringContext context)
    {
        var places = ImmutableArray.CreateBuilder<PromptPhrase>();
        var items = ImmutableArray.CreateBuilder<PromptItem>();
        var deeds = ImmutableArray.CreateBuilder<PromptItem>();
        if (thing.Fields.Find("at") is { Value: WordValue at } field)
        {
            places.Add(LoweringContext.Connecting(context.Book.At(at.Word, isInArea), at.Place));
            if (context.Field(block, field) is { } item)
            {
                items.Add(item);
            }
        }

        // What a thing does is said after where it is, and things are described where they are first called.
        foreach (Relation relation in thing.Relations.OrderBy(r => !IntroductionOrder.IsSpatial(r)))
        {
            if (Related(relation, block, context) is not { } item)
            {
                continue;
            }

            items.Add(item);
            if (IntroductionOrder.IsSpatial(relation))
            {
                places.Add(Place(relation, item.Values, context));
            }
            else
            {
                deeds.Add(item);
            }
        }

        return new Placement(places.DrainToImmutable(), items.DrainToImmutable(), deeds.DrainToImmutable());
    }

    /// <summary>Writes the places and what leads from them to the thing.</summary>
    /// <param name="writer">The writer, at the beginning of a phrase.</param>
    /// <param name="thing">The statement that declares the thing.</param>
    /// <param name="depth">The depth of the list that it stands in.</param>
    /// <param name="isWords">Whether connecting words follow, not words of the author.</param>
    /// <param name="context">The stage and its words.</param>
    public void WriteLead(PieceWriter writer, SourceSpan thing, int depth, bool isWords, LoweringContext context)
    {
        bool isAdded = context.Stage.IsEdit && depth == 0;
        if (!Places.IsEmpty)
        {
            (string before, string after) = context.Book.Lead(isAdded);
            writer.Say(before, thing);
            WritePlaces(writer, thing);
            writer.Separate(after, thing);
        }
        else if (depth == 0)
        {
            writer.Say(context.Book.LeadWithoutPlace(isAdded, isWords), thing);
        }
    }

    /// <summary>Writes the places with commas between them.</summary>
    public void WritePlaces(PieceWriter writer, SourceSpan thing)
    {
        for (int i = 0; i < Places.Length; i++)
        {
            if (i > 0)
            {
                writer.Separate(", ", thing);
            }

            writer.Write(Places[i]);
        }
    }

    /// <summary>Writes what the thing does, a sentence each.</summary>
    public void WriteDeeds(PieceWriter writer)
    {
        foreach (PromptItem deed in Deeds)
        {
            writer.NextSentence(deed.Place);
            writer.WriteItem(deed);
        }
    }

    private static PromptItem? Related(Relation relation, string block, LoweringContext context)
    {
        var targets = ImmutableArray.CreateBuilder<PromptPhrase>(relation.Targets.Length);
        foreach (BoundValue target in relation.Targets)
        {
            targets.AddRange(context.Values(relation.Kind, target));
        }

        return targets.Count == 0
            ? null
            : context.Item(block, relation.Kind, relation.Place, targets.DrainToImmutable()) with
            {
                Label = context.Label(block, relation.Kind),
                IsList = relation.Targets.Length > 1,
            };
    }

    private static PromptPhrase Place(Relation relation, ImmutableArray<PromptPhrase> targets, LoweringContext context)
    {
        (string before, string after) = context.Book.Relation(relation.Kind);
        var builder = new PhraseBuilder();
        builder.Say(before, relation.Place);
        for (int i = 0; i < targets.Length; i++)
        {
            if (i > 0)
            {
                builder.Say(i == targets.Length - 1 ? context.Book.And(targets[i - 1].Text) : ", ", relation.Place);
            }

            builder.Write(targets[i]);
        }

        builder.Say(after, relation.Place);
        return builder.ToPhrase();
    }
}
