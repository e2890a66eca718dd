using System.Collections.Immutable;
using PromptDsl.Compilation.Documents;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;
using PromptDsl.Text;

namespace PromptDsl.Compilation.Phrasing;

/// <summary>A label that points at something.</summary>
internal sealed class CalloutLowering(LoweringContext context)
{
    public PromptItem? Lower(CalloutThing thing, int depth)
    {
        if (thing.Label.IsBlank)
        {
            return null;
        }

        SourceSpan place = thing.Place;
        var sentence = new PhraseBuilder();
        var items = ImmutableArray.CreateBuilder<PromptItem>();
        if (Field(thing, "number") is { } number)
        {
            sentence.Write(context.Around(context.Book.CalloutNumber, number.Values[0], number.Place));
            items.Add(number);
        }
        else
        {
            sentence.Say(context.Book.Callout, place);
        }

        sentence.Write(context.Quote(thing.Label));
        items.Add(context.Item("callout", "exact-text", thing.Label.Place, context.Copy(thing.Label)));
        if (Field(thing, "target") is { } target)
        {
            sentence.Say(context.Book.CalloutTarget.Before, target.Place);
            sentence.WriteList(target.Values, target.Place);
            sentence.Say(context.Book.CalloutTarget.After, target.Place);
            items.Add(target);
        }

        if (thing.Fields.Find("side") is { Value: WordValue word } && Field(thing, "side") is { } side)
        {
            sentence.Separate(", ", side.Place);
            sentence.Say(context.Book.CalloutSide(word.Word), side.Place);
            items.Add(side);
        }

        sentence.EndSentence(place);
        return context.Block("callout", place, items.DrainToImmutable(), new PromptLine(depth, sentence.ToPhrase()));
    }

    private PromptItem? Field(CalloutThing thing, string key) =>
        thing.Fields.Find(key) is { } field ? context.Field("callout", field) : null;
}
