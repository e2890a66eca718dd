using PromptDsl.Compilation.Documents;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;
using PromptDsl.Text;

namespace PromptDsl.Compilation.Phrasing;

/// <summary>
/// How things are called. What the stage declares is introduced by its description and called by its
/// name; what an edit finds in the picture is described when it is first called.
/// </summary>
internal sealed class ThingCalls(LoweringContext context)
{
    private readonly ThingMentions _mentions = new(context.Stage);
    private readonly HashSet<string> _described = new(StringComparer.Ordinal);

    /// <summary>Objects whose introduction had to add their name.</summary>
    public List<ObjectThing> AddedNames { get; } = [];

    /// <summary>A thing that is called by its name.</summary>
    public PromptPhrase Call(NameValue name)
    {
        Thing? thing = context.Stage.Visible.GetValueOrDefault(name.Name) ?? _mentions.FindOwn(name.Name);
        return thing is null
            ? LoweringContext.Connecting(name.Name.Replace('-', ' ').Replace('_', ' '), name.Place)
            : Call(thing, name.Place);
    }

    /// <summary>A thing that is called, from a place in the source.</summary>
    public PromptPhrase Call(Thing thing, SourceSpan place) =>
        thing switch
        {
            TextThing text => context.Around(context.Book.CallText, context.Quote(text.Literal), place),
            CalloutThing callout => context.Around(context.Book.CallLabel, context.Quote(callout.Label), place),
            TableThing table => CallTable(table, place),
            RegionThing region => CallArea(region, place),
            ObjectThing known => CallObject(known, place),
            _ => LoweringContext.Connecting(context.Book.CallGrid, place),
        };

    /// <summary>An object that the stage declares, where it is introduced: its description, with its name where that is called and not understood; nothing when it has neither.</summary>
    public PromptPhrase Introduce(ObjectThing thing) =>
        Describe(thing, thing.Place, isCalled: thing.Name is not null && _mentions.CallsOf(thing.Name) > 0)
        ?? (
            thing.SpokenName is { Length: > 0 } name
                ? LoweringContext.Connecting(name, thing.Place)
                : new PromptPhrase([])
        );

    private PromptPhrase CallObject(ObjectThing thing, SourceSpan place)
    {
        bool isFirst = thing.Name is null || (!_mentions.IsOwn(thing.Name) && _described.Add(thing.Name));
        bool isCalledAgain = thing.Name is not null && _mentions.CallsOf(thing.Name) > 1;
        return (isFirst ? DescribeWithinSentence(thing, place, isCalledAgain) : null)
            ?? LoweringContext.Connecting(context.Book.Call(thing), place);
    }

    // A description that is a sentence follows the name in brackets.
    private PromptPhrase? DescribeWithinSentence(ObjectThing thing, SourceSpan place, bool isCalledAgain)
    {
        if (thing.Description is null || thing.Name is null || !IsSentence(context.Say(thing.Description)))
        {
            return Describe(thing, place, isCalledAgain);
        }

        PromptPhrase description = context.Around(context.Book.Brackets, context.Say(thing.Description), place);
        return context.Around((context.Book.Call(thing), ""), description, place);
    }

    private static bool IsSentence(PromptPhrase phrase) =>
        !phrase.IsEmpty && Punctuation.After(Ending.Open, phrase.Pieces[^1].Text) is not Ending.Open;

    private PromptPhrase? Describe(ObjectThing thing, SourceSpan place, bool isCalled)
    {
        PromptPhrase? description = thing.Description is null ? null : context.Say(thing.Description);
        if (description is not { IsEmpty: false })
        {
            return null;
        }

        if (!isCalled || NameWords.OccurIn(thing.SpokenName ?? "", thing.Description!.Plain))
        {
            return description;
        }

        AddedNames.Add(thing);
        string name = context.Book.Call(thing);
        var builder = new PhraseBuilder();
        builder.Write(description);
        (string before, string after) = context.Book.AddedName(name, builder.Ending is not Ending.Open);
        builder.Say(before, place);
        builder.Say(name, place);
        builder.Say(after, place);
        return builder.ToPhrase();
    }

    private PromptPhrase CallTable(TableThing table, SourceSpan place)
    {
        string? drawnAs = table.Fields.Word("as");
        return table.Title is { IsBlank: false } title
            ? context.Around(context.Book.CallTable(drawnAs), context.Quote(title), place)
            : LoweringContext.Connecting(context.Book.CallUntitledTable(drawnAs), place);
    }

    // An area of the stage is described in the layout, so that it is called by its place if it has one.
    private PromptPhrase CallArea(RegionThing region, SourceSpan place)
    {
        string? at = region.Fields.Word("at");
        PromptPhrase? description = region.Content.Description is { IsBlank: false } text ? context.Say(text) : null;
        bool isFirst = region.Name is null || (!_mentions.IsOwn(region.Name) && _described.Add(region.Name));
        if (description is not null && (isFirst || at is null))
        {
            return IsSentence(description)
                ? context.Around(context.Book.CallArea, context.Around(("(", ")"), description, place), place)
                : description;
        }

        if (at is null)
        {
            (string before, string after) = context.Book.CallArea;
            return LoweringContext.Connecting(string.Concat(before, after).Trim(), place);
        }

        PromptPhrase where = LoweringContext.Connecting(context.Book.At(at, isInArea: true), place);
        return context.Around(context.Book.CallArea, where, place);
    }
}
