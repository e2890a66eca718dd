using System.Collections.Immutable;
using PromptDsl.Compilation.Documents;
using PromptDsl.Semantics.Model;
using PromptDsl.Text;

namespace PromptDsl.Compilation.Phrasing;

/// <summary>Lettering: where it is, the copy in quotes, how it is lettered.</summary>
internal sealed class TextLowering(LoweringContext context)
{
    public PromptItem? Lower(TextThing thing, int depth)
    {
        if (thing.Literal.IsBlank)
        {
            return null;
        }

        Placement placement = Placement.Of(thing, "text", depth > 0, context);
        var sentences = new PhraseBuilder();
        placement.WriteLead(sentences, thing.Place, depth, isWords: true, context);
        sentences.Write(context.Around(context.Book.Text, context.Quote(thing.Literal), thing.Place));
        sentences.EndSentence(thing.Place);
        var items = ImmutableArray.CreateBuilder<PromptItem>();
        items.Add(context.Item("text", "exact-text", thing.Literal.Place, context.Copy(thing.Literal)));
        items.AddRange(placement.Items);
        placement.WriteDeeds(sentences);
        foreach (Field field in thing.Fields)
        {
            if (field.Key != "at" && Field(thing, field) is { } item)
            {
                items.Add(item);
                sentences.NextSentence(item.Place);
                sentences.WriteItem(item);
            }
        }

        return context.Block(
            "text",
            thing.Place,
            items.DrainToImmutable(),
            new PromptLine(depth, sentences.Capitalize(context.Book).ToPhrase())
        );
    }

    private PromptItem? Field(TextThing thing, Field field)
    {
        if (field.Key != "spell")
        {
            return context.Field("text", field);
        }

        if (!thing.Fields.IsTrue("spell"))
        {
            return null;
        }

        SourceSpan place = field.KeyPlace;
        string spelled = Spelling.Spell(thing.Literal.Plain, context.Book);
        return context.Item("text", "spell", place, LoweringContext.Connecting(spelled, place)) with
        {
            Label = context.Label("text", "spell"),
        };
    }
}
