using System.Collections.Immutable;
using PromptDsl.Compilation.Documents;
using PromptDsl.Semantics.Model;
using PromptDsl.Semantics.Values;
using PromptDsl.Text;

namespace PromptDsl.Compilation.Phrasing;

/// <summary>The statements that are a sentence of their own: the prompt, the kind, the subject, what is changed and kept.</summary>
internal static class ProseLowering
{
    public static PromptItem Prompt(LoweringContext context, PromptPhrase prompt, SourceSpan place) =>
        context.Item("file", "prompt", place, prompt) with
        {
            Label = context.Label("file", "prompt"),
            Lines = [new PromptLine(0, prompt)],
        };

    /// <summary>The kind of picture: an instruction for a new picture, a fact for an edit.</summary>
    public static PromptItem? Content(LoweringContext context)
    {
        if (context.Stage.Scene.Content is not { } content)
        {
            return null;
        }

        PromptItem? item = context.Field("file", new Field("content", content, content.Place));
        return item is not null && content is WordValue word && !context.Stage.IsEdit
            ? item with
            {
                Lines = [new PromptLine(0, LoweringContext.Connecting(context.Book.Create(word.Word), word.Place))],
            }
            : item;
    }

    public static PromptItem? Subject(LoweringContext context) =>
        context.Stage.Scene.Subject is { Description: { IsBlank: false } description } subject
            ? context.Item("subject", "description", subject.Place, context.Say(description))
            : null;

    /// <summary>What an edit changes; an edit that only adds something says so by what follows.</summary>
    public static PromptItem? Change(LoweringContext context)
    {
        Stage stage = context.Stage;
        if (!stage.IsEdit)
        {
            return null;
        }

        string label = context.Label("file", "change");
        if (context.Texts("file", "change", stage.Changes) is not { } item)
        {
            bool saysMore =
                !stage.Scene.Things.IsEmpty || stage.Scene.Style is not null || stage.Scene.Subject is not null;
            return saysMore
                ? context.Item("file", "change", stage.Place) with
                {
                    Label = label,
                    Lines = [new PromptLine(0, LoweringContext.Connecting($"{label}.", stage.Place))],
                }
                : null;
        }

        return item.Values.Length == 1
            ? item
            : item with
            {
                Lines =
                [
                    new PromptLine(0, LoweringContext.Connecting($"{label}:", item.Place)),
                    .. item.Values.Select(v => new PromptLine(1, Sentence(v))),
                ],
            };
    }

    /// <summary>What an edit leaves as it is.</summary>
    public static PromptItem? Keep(LoweringContext context)
    {
        ImmutableArray<KeptItem> keeps = context.Stage.Keeps;
        var values = ImmutableArray.CreateBuilder<PromptPhrase>(keeps.Length);
        foreach (KeptItem kept in keeps)
        {
            PromptPhrase? phrase =
                kept.Thing is not null ? context.Calls.Call(kept.Thing, kept.Place)
                : kept.Text is null ? null
                : context.Say(kept.Text);
            if (phrase is { IsEmpty: false })
            {
                values.Add(phrase);
            }
        }

        return values.Count == 0
            ? null
            : context.Item("file", "keep", keeps[0].Place, values.DrainToImmutable()) with
            {
                Label = context.Label("file", "keep"),
                IsList = true,
            };
    }

    private static PromptPhrase Sentence(PromptPhrase phrase)
    {
        var builder = new PhraseBuilder();
        builder.Write(phrase);
        builder.EndSentence(phrase.Pieces[0].Source);
        return builder.ToPhrase();
    }
}
