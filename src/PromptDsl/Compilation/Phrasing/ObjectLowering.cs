using System.Collections.Immutable;
using PromptDsl.Compilation.Documents;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;

namespace PromptDsl.Compilation.Phrasing;

/// <summary>An object: where it is, its description, its fields.</summary>
internal sealed class ObjectLowering(LoweringContext context)
{
    public PromptItem? Lower(ObjectThing thing, int depth)
    {
        Placement placement = Placement.Of(thing, "object", depth > 0, context);
        PromptPhrase description = context.Calls.Introduce(thing);
        var sentences = new PhraseBuilder();
        placement.WriteLead(sentences, thing.Place, depth, isWords: false, context);
        sentences.Capitalize(context.Book);
        var items = ImmutableArray.CreateBuilder<PromptItem>();
        if (!description.IsEmpty)
        {
            items.Add(context.Item("object", "description", thing.Description?.Place ?? thing.Place, description));
            sentences.Write(description);
            sentences.EndSentence(thing.Place);
        }

        items.AddRange(placement.Items);
        placement.WriteDeeds(sentences);
        foreach (Field field in thing.Fields)
        {
            if (field.Key != "at" && Field(field) is { } item)
            {
                items.Add(item);
                sentences.NextSentence(item.Place);
                sentences.WriteItem(item);
            }
        }

        bool saysWhereAlone = description.IsEmpty && items.Count == placement.Items.Length;
        return saysWhereAlone && placement.Deeds.IsEmpty
            ? null
            : context.Block(
                "object",
                thing.Place,
                items.DrainToImmutable(),
                new PromptLine(depth, sentences.ToPhrase())
            );
    }

    private PromptItem? Field(Field field)
    {
        if (field.Key == "count")
        {
            return context.Count("object", field);
        }

        PromptItem? item = context.Field("object", field);
        return item is not null && field is { Key: "emphasis", Value: WordValue word }
            ? item with
            {
                Lines = [new PromptLine(0, LoweringContext.Connecting(context.Book.Emphasis(word.Word), item.Place))],
            }
            : item;
    }
}
